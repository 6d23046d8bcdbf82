import { SECOND } from "@/lib/time/rules";
import { PushRefused } from "@/lib/wechat/push-refused";

/** WeChat itself gives a push up after 5 s (protocol section 3.1): who sends for longer only holds us. */
const DEADLINE = 5 * SECOND;

/** What the door looks at of an HTTP request; a web `Request` is one. */
export type Knock = { url: string; headers: { get(name: string): string | null }; body: { getReader(): Reader } | null };
type Reader = { read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>; cancel(): Promise<void> };

/**
 * A request's body as text, or null as soon as it has more than `limit` bytes, whatever its Content-Length says.
 * @throws PushRefused `tooSlow` when it has not ended 5 s later (what is still to come is not taken), `malformed` when the sender breaks off
 */
export async function readBody(request: Pick<Knock, "headers" | "body">, limit: number): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  if (!request.body) return "";
  const reader = request.body.getReader();
  const leave = () => void reader.cancel().catch(() => undefined);
  let isLate = false;
  const deadline = setTimeout(() => {
    isLate = true;
    leave();
  }, DEADLINE);
  try {
    const text = await readText(reader, limit);
    if (isLate) throw new PushRefused("tooSlow", "the body did not end in 5 s");
    return text;
  } catch (error) {
    throw error instanceof PushRefused ? error : new PushRefused("malformed", "the sender broke off");
  } finally {
    clearTimeout(deadline);
    leave();
  }
}

async function readText(reader: Reader, limit: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { value } = await reader.read();
    if (!value) return Buffer.concat(chunks).toString("utf8");
    bytes += value.length;
    if (bytes > limit) return null;
    chunks.push(value);
  }
}
