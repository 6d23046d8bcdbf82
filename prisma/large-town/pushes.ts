import type { Draw } from "./draw";
import type { SaidKind } from "./step";

/** What WeChat sends along with a message of a kind, and the XML of the push. */
export type Pushed = { facts: string; raw: string; msgId: string; dedupeKey: string };

type Words = { originalId: string; openid: string; seconds: number; serial: number; kind: SaidKind; text: string };

/** The push of a resident's message, as the door would have stored it. */
export function messagePushed(words: Words, draw: Draw): Pushed {
  const { kind, text, seconds, serial } = words;
  const facts = factsOf(kind, serial, draw);
  // WeChat's ids are 64-bit numbers.
  const msgId = `${seconds}${String(serial % 1_000_000_000).padStart(9, "0")}`;
  const said = { text: "Content", voice: "Recognition", location: "Label", image: null }[kind];
  const own = [...(said ? [[said, text]] : []), ...Object.entries(facts)].map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`);
  const raw = xml(words, kind, `${own.join("")}<MsgId>${msgId}</MsgId>`);
  return { facts: JSON.stringify(facts), raw, msgId, dedupeKey: `m:${msgId}` };
}

/** The push of a follow or its end. */
export function eventPushed(words: Omit<Words, "kind" | "text" | "serial">, event: "subscribe" | "unsubscribe"): Omit<Pushed, "msgId"> {
  return {
    facts: JSON.stringify({ event, eventKey: "" }),
    raw: xml(words, "event", `<Event><![CDATA[${event}]]></Event><EventKey><![CDATA[]]></EventKey>`),
    dedupeKey: `e:${words.openid}|${words.seconds}|${event}|`,
  };
}

function xml({ originalId, openid, seconds }: Omit<Words, "kind" | "text" | "serial">, kind: string, own: string): string {
  return `<xml><ToUserName><![CDATA[${originalId}]]></ToUserName><FromUserName><![CDATA[${openid}]]></FromUserName><CreateTime>${seconds}</CreateTime><MsgType><![CDATA[${kind}]]></MsgType>${own}</xml>`;
}

function factsOf(kind: SaidKind, serial: number, draw: Draw): Record<string, string> {
  const mediaId = `large-town-${serial}`;
  switch (kind) {
    case "image":
      return { PicUrl: `http://mmbiz.qpic.cn/mmbiz_jpg/${mediaId}/0`, MediaId: mediaId };
    case "voice":
      return { MediaId: mediaId, Format: "amr" };
    case "location":
      return { Location_X: `39.${draw.between(200_000, 299_999)}`, Location_Y: `118.${draw.between(400_000, 499_999)}`, Scale: "16" };
    case "text":
      return {};
  }
}
