export type ReplyKind = "answer" | "ask" | "interim";

/** WeChat refuses a text of more bytes with 45002 (protocol section 5.5). */
export const MAX_PART_BYTES = 2_048;
/** WeChat's five messages a window: no reply can be longer. */
export const MAX_PARTS = 5;
export const LEASE_SECONDS = 30;
export const KEEP_REQUESTS_DAYS = 7;
/** A reply that WeChat could not be reached for is given up after so long, and the officer told. */
export const GIVE_UP_MINUTES = 30;

const BARE =
  /^(您好|你好)?(来信|留言|信息|您的来信|您的留言)?(已|我们已|我们)?(收悉|收到|知悉|阅|转|转办|转交|转达|转发|转有关部门|转相关部门|转交相关部门|转交有关部门|转相关部门处理|转有关部门处理|受理|记录|登记)(了|啦)?(请稍等|请稍候|请等待|请耐心等待|谢谢|感谢|感谢您的来信|感谢您的留言)?$|^(请稍等|请稍候|稍等|稍候|请等待|请耐心等待|好的|好|嗯|您好|你好|在的|您好请讲|请讲|谢谢|感谢)$/;
const NOISE = /[\s\p{P}\p{S}]+/gu;
const SENTENCE_END = /[。！？!?；;…\n]["”’』」）)]*/gu;
const CLAUSE_END = /[，,、：:\s]/gu;

/** A bare 收悉 or 已转: it may be said, but it is no first response and answers nothing. */
export function isBareAcknowledgement(text: string): boolean {
  return BARE.test(text.replace(NOISE, ""));
}

/** Whether a reply, once WeChat has taken it, is a first response (首次回应). */
export function isFirstResponse(reply: { kind: ReplyKind; text: string }): boolean {
  return reply.kind === "interim" || !isBareAcknowledgement(reply.text);
}

/** Whether a reply, once WeChat has taken it, is a substantive answer (实质答复) and ends the question. */
export function isSubstantiveAnswer(reply: { kind: ReplyKind; text: string }): boolean {
  return reply.kind === "answer" && !isBareAcknowledgement(reply.text);
}

/** The text cut into WeChat messages of at most 2,048 bytes, on sentence ends where there are any; joined again they are the text, outer blanks aside. */
export function splitReply(text: string): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (bytesOf(rest) > MAX_PART_BYTES) {
    const head = headOf(rest);
    parts.push(head.trimEnd());
    rest = rest.slice(head.length).trimStart();
  }
  if (rest !== "") parts.push(rest);
  return parts;
}

/** UTF-8 bytes, which WeChat counts. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Seconds until the next try of a reply that was surely not taken: quick at first, then calmer. */
export function retryDelaySeconds(attempts: number, pace: "soon" | "later"): number {
  const soon = [1, 2, 5, 10, 30];
  const later = [60, 120, 300];
  const steps = pace === "soon" ? soon : later;
  return steps[Math.min(attempts, steps.length) - 1] ?? 1;
}

function headOf(text: string): string {
  const longest = longestPrefix(text);
  // A cut in the first third would waste one of five messages; then a clause end, then any character will do.
  for (const boundary of [SENTENCE_END, CLAUSE_END]) {
    const cut = lastEnd(longest, boundary);
    if (cut > longest.length / 3) return longest.slice(0, cut);
  }
  return longest;
}

function longestPrefix(text: string): string {
  let bytes = 0;
  let prefix = "";
  for (const { segment } of new Intl.Segmenter("zh", { granularity: "grapheme" }).segment(text)) {
    bytes += bytesOf(segment);
    if (bytes > MAX_PART_BYTES) break;
    prefix += segment;
  }
  return prefix === "" ? [...text].slice(0, 500).join("") : prefix;
}

function lastEnd(text: string, boundary: RegExp): number {
  let end = 0;
  for (const match of text.matchAll(boundary)) end = match.index + match[0].length;
  return end;
}
