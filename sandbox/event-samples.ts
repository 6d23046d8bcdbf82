import type { Platform } from "./platform";
import type { XmlFields } from "./xml";

const EXPIRY = 1_999_999_999;
const TEMPLATE = { TemplateId: "sandbox_template" };
const VERIFIED = { ExpiredTime: EXPIRY };
const FAILED = { FailTime: 1_700_000_000, FailReason: "资料不全" };
const SCANNED: XmlFields = { ScanCodeInfo: { ScanType: "qrcode", ScanResult: "https://example.org/" } };
const PICTURES: XmlFields = { SendPicsInfo: { Count: 1, PicList: { item: { PicMd5Sum: "1b5f7c23b5bf75682a53e7b6d163e185" } } } };
const PLACE = { Location_X: "39.273", Location_Y: "118.46", Scale: "16", Label: "河北省唐山市曹妃甸区", Poiname: "" };

/** What each event of protocol 2.2 carries beside its key, by its name in small letters; `who` are resident and account. */
const SAMPLES: Record<string, (who: { OpenID: string; AppID: string }, agent: string) => XmlFields> = {
  scancode_push: () => SCANNED,
  scancode_waitmsg: () => SCANNED,
  pic_sysphoto: () => PICTURES,
  pic_photo_or_album: () => PICTURES,
  pic_weixin: () => PICTURES,
  location_select: () => ({ SendLocationInfo: PLACE }),
  location: () => ({ Latitude: 39.273, Longitude: 118.46, Precision: 40 }),
  templatesendjobfinish: () => ({ MsgID: 200_163_836, Status: "success" }),
  masssendjobfinish: () => ({
    ...{ MsgID: 1_000_001_625, Status: "send success", TotalCount: 1, FilterCount: 1, SentCount: 1, ErrorCount: 0 },
    CopyrightCheckResult: { Count: 0, ResultList: " ", CheckState: 0 },
    ArticleUrlResult: { Count: 0, ResultList: " " },
  }),
  publishjobfinish: () => ({ PublishEventInfo: { publish_id: 2_247_503_051, publish_status: 0, article_id: "sandbox_article" } }),
  subscribe_msg_popup_event: () => ({
    SubscribeMsgPopupEvent: { List: [{ ...TEMPLATE, SubscribeStatusString: "accept", PopupScene: 1 }] },
  }),
  subscribe_msg_change_event: () => ({ SubscribeMsgChangeEvent: { List: [{ ...TEMPLATE, SubscribeStatusString: "reject" }] } }),
  subscribe_msg_sent_event: () => ({ SubscribeMsgSentEvent: { List: [{ ...TEMPLATE, MsgID: 1, ErrorCode: 0, ErrorStatus: "success" }] } }),
  kf_create_session: (_who, KfAccount) => ({ KfAccount }),
  kf_close_session: (_who, KfAccount) => ({ KfAccount }),
  kf_switch_session: (_who, agent) => ({ FromKfAccount: agent, ToKfAccount: `other_${agent}` }),
  user_info_modified: (who) => who,
  user_authorization_revoke: (who) => ({ ...who, RevokeInfo: "205" }),
  user_authorization_cancellation: (who) => who,
  qualification_verify_success: () => VERIFIED,
  naming_verify_success: () => VERIFIED,
  qualification_verify_fail: () => FAILED,
  naming_verify_fail: () => FAILED,
  annual_renew: () => VERIFIED,
  verify_expired: () => VERIFIED,
  debug_demo: () => ({ debug_str: "hello world" }),
};

/** Plausible fields for an event that was caused by its name alone. */
export function sampleFields({ settings }: Platform, OpenID: string, event: string): XmlFields {
  const sample = SAMPLES[event.toLowerCase()];
  return sample?.({ OpenID, AppID: settings.appId }, `desk@${settings.originalId}`) ?? {};
}
