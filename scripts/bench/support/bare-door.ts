import { createServer, type IncomingMessage } from "node:http";
import { answerPush } from "@/app/api/wechat/[account]/door";

// The desk's own door without Next around it.
const PLACE = /^\/api\/wechat\/([a-z0-9-]+)\?/;

createServer(async (incoming, outgoing) => {
  const slug = PLACE.exec(incoming.url ?? "")?.[1] ?? "";
  const answer = await answerPush(await requestOf(incoming), slug);
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
}).listen(Number(process.env.PORT), "127.0.0.1");

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const init = incoming.method === "POST" ? { body } : {};
  return new Request(`http://127.0.0.1${incoming.url}`, { method: incoming.method ?? "GET", ...init });
}
