import { createServer } from "node:http";
import { answerPush } from "@/app/api/wechat/[account]/door";

// The desk's own door without Next around it, and without the web's objects, which are Next's; the body is gathered as bare-insert does.
const PLACE = /^\/api\/wechat\/([a-z0-9-]+)\?/;

createServer((incoming, outgoing) => {
  const chunks: Buffer[] = [];
  incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
  incoming.on("end", async () => {
    const slug = PLACE.exec(incoming.url ?? "")?.[1] ?? "";
    const url = `http://127.0.0.1${incoming.url}`;
    const headers = { get: (name: string) => String(incoming.headers[name] ?? "") };
    const { status, contentType, text } = await answerPush({ url, headers, body: { getReader: () => readerOf(chunks) } }, slug);
    outgoing.writeHead(status, { "content-type": contentType }).end(text);
  });
}).listen(Number(process.env.PORT), "127.0.0.1");

function readerOf(chunks: Buffer[]) {
  return { read: async () => ({ done: chunks.length === 0, value: chunks.shift() }), cancel: async () => undefined };
}
