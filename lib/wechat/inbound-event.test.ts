import { expect, test } from "vitest";
import { inboundMessage } from "./inbound-message";
import { eventXml, massSendFinished, publishFinished } from "./testing/samples";
import { xmlFields } from "./xml-fields";

const read = (event: string, own: string) => inboundMessage(xmlFields(eventXml(event, own)));
const list = (template: string, more: string) => `<List><TemplateId><![CDATA[${template}]]></TemplateId>${more}</List>`;

test("a follow by QR code is read in full", () => {
  expect(read("subscribe", "<EventKey><![CDATA[qrscene_123123]]></EventKey><Ticket><![CDATA[TICKET]]></Ticket>")).toEqual({
    toUserName: "gh_0123456789ab",
    fromUserName: "oUser",
    createTime: 1348831860,
    kind: "event",
    msgType: "event",
    msgId: null,
    event: "subscribe",
    eventKey: "qrscene_123123",
    text: "",
    facts: { Ticket: "TICKET" },
    dedupeKey: "e:oUser|1348831860|subscribe|qrscene_123123",
  });
});

const key = (value: string) => `<EventKey><![CDATA[${value}]]></EventKey>`;
const verified = "<ExpiredTime>1442401156</ExpiredTime>";
const failed = "<FailTime>1442401122</FailTime><FailReason><![CDATA[by time]]></FailReason>";
const user = "<OpenID><![CDATA[oUser]]></OpenID><AppID><![CDATA[wx1]]></AppID>";
const scan = "<ScanCodeInfo><ScanType><![CDATA[qrcode]]></ScanType><ScanResult><![CDATA[2]]></ScanResult></ScanCodeInfo>";
const scanned = { ScanCodeInfo: { ScanType: "qrcode", ScanResult: "2" } };
const pictures = "<SendPicsInfo><Count>1</Count><PicList><item><PicMd5Sum><![CDATA[1b5f]]></PicMd5Sum></item></PicList></SendPicsInfo>";
const sentPictures = {
  SendPicsInfo: { Count: "1", PicList: { item: [{ PicMd5Sum: "1b5f" }] } },
};
const place =
  "<SendLocationInfo><Location_X><![CDATA[23]]></Location_X><Location_Y><![CDATA[113]]></Location_Y><Scale><![CDATA[15]]></Scale><Label><![CDATA[地址]]></Label><Poiname><![CDATA[]]></Poiname></SendLocationInfo>";
const sentPlace = {
  SendLocationInfo: {
    Location_X: "23",
    Location_Y: "113",
    Scale: "15",
    Label: "地址",
    Poiname: "",
  },
};
const status = "<SubscribeStatusString><![CDATA[reject]]></SubscribeStatusString>";
const change = [{ TemplateId: "T1", SubscribeStatusString: "reject" }];

test.each([
  ["subscribe", "", null, {}],
  ["subscribe", "<EventKey></EventKey>", "", {}],
  ["unsubscribe", key(""), "", {}],
  ["SCAN", `${key("SCENE")}<Ticket><![CDATA[T]]></Ticket>`, "SCENE", { Ticket: "T" }],
  [
    "LOCATION",
    "<Latitude>23.137466</Latitude><Longitude>113.352425</Longitude><Precision>119.385040</Precision>",
    null,
    { Latitude: "23.137466", Longitude: "113.352425", Precision: "119.385040" },
  ],
  ["CLICK", key("KEY"), "KEY", {}],
  ["VIEW", `${key("https://a.cn/?x=1&y=2")}<MenuId>404052</MenuId>`, "https://a.cn/?x=1&y=2", { MenuId: "404052" }],
  ["VIEW", `${key("https://a.cn")}<MenuID>404052</MenuID>`, "https://a.cn", { MenuId: "404052" }],
  ["view_miniprogram", `${key("pages/index")}<MenuId>1</MenuId>`, "pages/index", { MenuId: "1" }],
  ["scancode_push", key("6") + scan, "6", scanned],
  ["scancode_waitmsg", key("6") + scan, "6", scanned],
  ["pic_sysphoto", key("6") + pictures, "6", sentPictures],
  ["pic_photo_or_album", key("6") + pictures, "6", sentPictures],
  ["pic_weixin", key("6") + pictures, "6", sentPictures],
  ["location_select", key("6") + place, "6", sentPlace],
  [
    "TEMPLATESENDJOBFINISH",
    "<MsgID>200163836</MsgID><Status><![CDATA[failed:user block]]></Status>",
    null,
    { MsgID: "200163836", Status: "failed:user block" },
  ],
  [
    "subscribe_msg_popup_event",
    `<SubscribeMsgPopupEvent>${list("T1", `${status}<PopupScene>2</PopupScene>`)}</SubscribeMsgPopupEvent>`,
    null,
    { SubscribeMsgPopupEvent: { List: [{ ...change[0], PopupScene: "2" }] } },
  ],
  [
    "subscribe_msg_change_event",
    `<SubscribeMsgChangeEvent>${list("T1", status)}</SubscribeMsgChangeEvent>`,
    null,
    { SubscribeMsgChangeEvent: { List: change } },
  ],
  [
    "subscribe_msg_change_event",
    `<SubscribeMsgPopupEvent>${list("T1", status)}</SubscribeMsgPopupEvent>`,
    null,
    { SubscribeMsgChangeEvent: { List: change } },
  ],
  [
    "subscribe_msg_sent_event",
    `<SubscribeMsgSentEvent>${list("T1", "<MsgID>1700827132819554304</MsgID><ErrorCode>0</ErrorCode><ErrorStatus>success</ErrorStatus>")}</SubscribeMsgSentEvent>`,
    null,
    {
      SubscribeMsgSentEvent: {
        List: [
          {
            TemplateId: "T1",
            MsgID: "1700827132819554304",
            ErrorCode: "0",
            ErrorStatus: "success",
          },
        ],
      },
    },
  ],
  ["kf_create_session", "<KfAccount><![CDATA[a@gh]]></KfAccount>", null, { KfAccount: "a@gh" }],
  ["kf_close_session", "<KfAccount><![CDATA[a@gh]]></KfAccount>", null, { KfAccount: "a@gh" }],
  [
    "kf_switch_session",
    "<FromKfAccount>a@gh</FromKfAccount><ToKfAccount>b@gh</ToKfAccount>",
    null,
    { FromKfAccount: "a@gh", ToKfAccount: "b@gh" },
  ],
  ["user_info_modified", user, null, { OpenID: "oUser", AppID: "wx1" }],
  ["user_authorization_revoke", `${user}<RevokeInfo>205</RevokeInfo>`, null, { OpenID: "oUser", AppID: "wx1", RevokeInfo: "205" }],
  ["user_authorization_cancellation", user, null, { OpenID: "oUser", AppID: "wx1" }],
  ["qualification_verify_success", verified, null, { ExpiredTime: "1442401156" }],
  ["naming_verify_success", verified, null, { ExpiredTime: "1442401156" }],
  ["qualification_verify_fail", failed, null, { FailTime: "1442401122", FailReason: "by time" }],
  ["naming_verify_fail", failed, null, { FailTime: "1442401122", FailReason: "by time" }],
  ["annual_renew", verified, null, { ExpiredTime: "1442401156" }],
  ["verify_expired", verified, null, { ExpiredTime: "1442401156" }],
  ["debug_demo", "<debug_str>hello world</debug_str>", null, { debug_str: "hello world" }],
  ["user_get_card", "<CardId>c</CardId>", null, { CardId: "c" }],
])("%s %s", (event, own, eventKey, facts) => {
  const message = read(event, own);
  expect(message).toMatchObject({
    kind: "event",
    msgId: null,
    event,
    eventKey,
    text: "",
  });
  expect(message.facts).toEqual(facts);
});

test("the end of a mass send, with a list of white space", () => {
  expect(read("MASSSENDJOBFINISH", massSendFinished).facts).toMatchObject({
    MsgID: "1000001625",
    Status: "err(30003)",
    CopyrightCheckResult: {
      ResultList: { item: [{ ArticleIdx: "1", AuditState: "2" }] },
      CheckState: "2",
    },
    ArticleUrlResult: { Count: "0", ResultList: "" },
  });
});

test("the end of a publication", () => {
  expect(read("PUBLISHJOBFINISH", publishFinished).facts).toMatchObject({
    PublishEventInfo: {
      publish_id: "2247503051",
      article_detail: { item: [{ idx: "1", article_url: "URL" }] },
    },
  });
});
