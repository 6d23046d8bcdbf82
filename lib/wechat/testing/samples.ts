/** The XML samples of protocol 2.1, 2.2, 7.4 and 7.5: each kind's own part, between the common fields. */
export const messages = {
  text: "<Content><![CDATA[满意]]></Content><MsgId>1234567890123456</MsgId><bizmsgmenuid>101</bizmsgmenuid>",
  image: "<PicUrl><![CDATA[http://mmbiz.qpic.cn/a]]></PicUrl><MediaId><![CDATA[m]]></MediaId><MsgId>1</MsgId>",
  voice:
    "<MediaId><![CDATA[m]]></MediaId><Format><![CDATA[amr]]></Format><MsgId>1</MsgId><MediaId16K><![CDATA[m16]]></MediaId16K><Recognition><![CDATA[停水了]]></Recognition>",
  video: "<MediaId><![CDATA[m]]></MediaId><ThumbMediaId><![CDATA[t]]></ThumbMediaId><MsgId>1</MsgId>",
  shortvideo: "<MediaId><![CDATA[m]]></MediaId><ThumbMediaId><![CDATA[t]]></ThumbMediaId><MsgId>1</MsgId>",
  location:
    "<Location_X>23.134521</Location_X><Location_Y>113.358803</Location_Y><Scale>20</Scale><Label><![CDATA[位置信息]]></Label><MsgId>1</MsgId>",
  link: "<Title><![CDATA[标题]]></Title><Description><![CDATA[描述]]></Description><Url><![CDATA[url]]></Url><MsgId>1</MsgId>",
  file: "<Title><![CDATA[证明.pdf]]></Title><Description><![CDATA[]]></Description><FileKey><![CDATA[k]]></FileKey><FileMd5><![CDATA[d]]></FileMd5><FileTotalLen>12345</FileTotalLen><MsgId>1</MsgId>",
};

export const publishFinished =
  "<PublishEventInfo><publish_id>2247503051</publish_id><publish_status>0</publish_status><article_id><![CDATA[A]]></article_id><article_detail><count>1</count><item><idx>1</idx><article_url><![CDATA[URL]]></article_url></item></article_detail></PublishEventInfo>";

export const massSendFinished =
  "<MsgID>1000001625</MsgID><Status><![CDATA[err(30003)]]></Status><TotalCount>0</TotalCount><FilterCount>0</FilterCount><SentCount>0</SentCount><ErrorCount>0</ErrorCount>\n<CopyrightCheckResult><Count>1</Count><ResultList><item><ArticleIdx>1</ArticleIdx><AuditState>2</AuditState></item></ResultList><CheckState>2</CheckState></CopyrightCheckResult>\n<ArticleUrlResult><Count>0</Count><ResultList>\n</ResultList></ArticleUrlResult>";

export function messageXml(kind: string, own: string): string {
  return `<xml><ToUserName><![CDATA[gh_0123456789ab]]></ToUserName><FromUserName><![CDATA[oUser]]></FromUserName><CreateTime>1348831860</CreateTime><MsgType><![CDATA[${kind}]]></MsgType>${own}</xml>`;
}

export function eventXml(event: string, own: string): string {
  return messageXml("event", `<Event><![CDATA[${event}]]></Event>${own}`);
}
