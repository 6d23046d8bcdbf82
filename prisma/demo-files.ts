import { readFile } from "node:fs/promises";
import path from "node:path";
import { checkFile, putFile } from "@/lib/jobs/keep-file";
import { readPicture } from "@/lib/media/picture";
import { claimMedia } from "@/lib/messages/claim-media";
import type { MediaKind, MessageKind } from "@/lib/messages/rules";
import { storeMedia } from "@/lib/messages/store-media";
import { after, SECOND } from "@/lib/time/rules";
import { hear } from "./town";

export type DemoFile = keyof typeof SENT;
type Sent = { kind: MessageKind; text?: string; facts?: Record<string, string> };

/** What residents of the demo send besides words, as WeChat tells of it. */
const SENT = {
  picture: { kind: "image" },
  voice: { kind: "voice", facts: { Format: "amr" } },
  video: { kind: "video" },
  place: {
    kind: "location",
    text: "唐山市曹妃甸区三号路与通港大道交叉口",
    facts: { Location_X: "39.273100", Location_Y: "118.460200", Scale: "17" },
  },
  link: {
    kind: "link",
    text: "三号路养护计划公告",
    facts: { Description: "今年第四季度道路养护安排", Url: "https://example.org/roads/3" },
  },
  file: { kind: "file", text: "三号路路面情况说明.pdf", facts: { FileKey: "demo", FileTotalLen: "184320" } },
  sticker: { kind: "text", text: "【收到不支持的消息类型，暂无法显示】" },
} as const satisfies Record<string, Sent>;

const SAMPLES: Partial<Record<MessageKind, string>> = { image: "photo.jpg", voice: "voice.amr", video: "video.mp4" };

/** A resident sends something at an instant; its bytes are there at once, as the worker would have stored them. */
export async function hearFile(account: { id: string; slug: string }, openid: string, name: DemoFile, at: Date): Promise<void> {
  const { kind, text = "", facts = {} }: Sent = SENT[name];
  const sample = SAMPLES[kind];
  const { messageId } = await hear(account.slug, openid, text, at, {
    kind,
    facts: sample ? { ...facts, MediaId: `demo-${sample}` } : facts,
  });
  if (!sample) return;
  const [claim] = await claimMedia(1, after(at, SECOND));
  if (claim?.id !== messageId) throw new Error("the demo's file could not be claimed");
  const checked = await checkFile(await bytesOf(sample), kind as MediaKind, async () => readPicture(await bytesOf("photo.jpg")));
  if ("failure" in checked) throw new Error(`the demo's ${sample} is ${checked.failure}`);
  await storeMedia(claim, await putFile(checked, { accountId: account.id, id: messageId, at }), after(at, 2 * SECOND));
}

function bytesOf(sample: string): Promise<Buffer> {
  return readFile(path.join(import.meta.dirname, "../sandbox/samples", sample));
}
