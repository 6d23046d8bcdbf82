export type MessageKind = "text" | "image" | "voice" | "video" | "shortvideo" | "location" | "link" | "file" | "event" | "unknown";
export type MessageNature = "content" | "greeting" | "thanks" | "sticker" | "rating" | "event" | "standing";

/** What WeChat puts in place of a sticker or anything it can't pass on (protocol section 2.1). */
const UNSUPPORTED = "【收到不支持的消息类型，暂无法显示】";

export const MEDIA_KINDS = ["image", "voice", "video", "shortvideo"] as const satisfies readonly MessageKind[];
export type MediaKind = (typeof MEDIA_KINDS)[number];
export const MEDIA_STATES = ["wanted", "stored", "refused", "gone"] as const;
export type MediaState = (typeof MEDIA_STATES)[number];
/** WeChat keeps what residents send, and what was uploaded to it, for so long. */
export const MEDIA_KEPT_DAYS = 3;
/** What is not fetched after so long is an alarm: a day is left. */
export const UNFETCHED_AFTER_HOURS = 48;
/** Bytes of a file that is taken in: what WeChat takes (protocol 6), and for videos what telephones send. */
export const MOST_MEDIA_BYTES: Record<MediaKind, number> = {
  image: 10_485_760,
  voice: 2_097_152,
  video: 26_214_400,
  shortvideo: 26_214_400,
};

/** Pictures of one officer that were put in within a day and are in no reply, those that were taken away again too. */
export const MOST_UNSENT_PICTURES = 100;

/** A picture that an officer has put to a reply waits so long for it to be sent; where words wait too, as long as they do. */
export const WAITING_PICTURE_HOURS = 24;

const FETCH_PAUSES = [5, 15, 60, 300, 900, 3_600];

/** Seconds until a file is tried again that could not be had so many times: quick at first, at last every hour. */
export function fetchPauseSeconds(tries: number): number {
  return FETCH_PAUSES[Math.min(tries, FETCH_PAUSES.length) - 1] ?? 5;
}

const GREETINGS = [
  "请问有人吗",
  "我想咨询一下",
  "我想问一下",
  "有人在吗",
  "请问一下",
  "打扰一下",
  "咨询一下",
  "想问一下",
  "您们好",
  "你们好",
  "大家好",
  "有人吗",
  "有人么",
  "早上好",
  "上午好",
  "中午好",
  "下午好",
  "晚上好",
  "打扰了",
  "问一下",
  "您好",
  "你好",
  "在吗",
  "在么",
  "在不在",
  "哈喽",
  "哈啰",
  "早安",
  "晚安",
  "请问",
  "hello",
  "hey",
  "hi",
  "嗨",
  "早",
  "喂",
  ..."呀啊哈呢哦哟",
];
const COURTESIES = [
  "您辛苦了",
  "你们辛苦了",
  "麻烦您了",
  "非常感谢",
  "十分感谢",
  "感谢回复",
  "谢谢回复",
  "谢谢答复",
  "感谢答复",
  "感谢您",
  "感谢你",
  "谢谢您",
  "谢谢你",
  "辛苦了",
  "麻烦了",
  "知道了",
  "明白了",
  "了解了",
  "收到了",
  "谢谢",
  "谢了",
  "多谢",
  "感谢",
  "辛苦",
  "好的",
  "好滴",
  "好吧",
  "了解",
  "收到",
  "再见",
  "拜拜",
  "点赞",
  "thankyou",
  "thanks",
  "thx",
  "okay",
  "ok",
  "好",
  "嗯",
  "赞",
  "您",
  "你",
  ..."啦了啊哈哦呀噢的",
];
const BLANKS = /(?:[\s\p{P}\p{S}\p{Extended_Pictographic}]|\u200d|\ufe0f)+/gu;
/** WeChat's built-in faces: /::) /:rose [微笑] (protocol section 2.1). */
const FACES = /\/:[^\s/\u4e00-\u9fff]{1,8}|\[[\u4e00-\u9fffA-Za-z]{1,6}\]/gu;

/**
 * What a message asks of us. Only when the whole message matches is it a greeting, thanks or a sticker; everything else is content.
 * @param message `tapped`: it carries a bizmsgmenuid, a tap on a rating or menu of ours.
 */
export function natureOf(message: { kind: MessageKind; text: string; tapped: boolean }): MessageNature {
  if (message.kind === "event") return "event";
  if (message.tapped) return "rating";
  if (message.kind !== "text") return "content";
  if (isNotPassedOn(message.text)) return "sticker";
  // Numbers, question marks and exclamation marks can be an answer or a cry; faces and blanks alone cannot.
  const words = message.text.replace(FACES, "").replace(BLANKS, "").toLowerCase();
  if (words === "") return /[?？!！\d]/.test(message.text) ? "content" : "sticker";
  if (madeOf(words, GREETINGS)) return "greeting";
  if (madeOf(words, COURTESIES)) return "thanks";
  return "content";
}

/** Whether a text is not the resident's, but WeChat's word for a sticker or anything else that it did not pass on. */
export function isNotPassedOn(text: string): boolean {
  return text.trim() === UNSUPPORTED;
}

function madeOf(words: string, phrases: readonly string[]): boolean {
  let rest = words;
  while (rest !== "") {
    const phrase = phrases.find((candidate) => rest.startsWith(candidate));
    if (!phrase) return false;
    rest = rest.slice(phrase.length);
  }
  return true;
}
