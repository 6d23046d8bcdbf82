import { createServer } from "node:http";
import sharp from "sharp";

// WeChat as far as a worker that fetches pictures knows it: a token, and for every media id one of some photographs.

const PICTURES = 12;
const DAY_SECONDS = 86_400;

const pictures = await Promise.all(Array.from({ length: PICTURES }, photograph));
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
  if (pathname !== "/cgi-bin/media/get") {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ access_token: "bench", expires_in: DAY_SECONDS }));
    return;
  }
  const id = searchParams.get("media_id") ?? "";
  const picture = pictures[id.charCodeAt(id.length - 1) % PICTURES];
  response.writeHead(200, { "content-type": "image/jpeg", "content-length": picture?.length }).end(picture);
});
server.listen(Number(process.env.PORT), "127.0.0.1");

/** As WeChat passes photographs on: 1,280 by 960, some 150 KB, no two alike. */
async function photograph(): Promise<Buffer> {
  const create = {
    width: 1_280,
    height: 960,
    channels: 3 as const,
    background: "#808080",
    noise: { type: "gaussian" as const, mean: 128, sigma: 40 },
  };
  const grain = await sharp({ create }).blur(1.2).jpeg().toBuffer();
  return sharp(grain).jpeg({ quality: 60 }).toBuffer();
}
