import { type Answer, answerHandshake, answerPush } from "./door";

type Context = { params: Promise<{ account: string }> };

/** WeChat verifies the address (protocol section 1.2). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return responseOf(await answerHandshake(request, (await params).account));
}

/** WeChat pushes a message or an event (protocol section 1.3). */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return responseOf(await answerPush(request, (await params).account));
}

function responseOf({ status, contentType, text }: Answer): Response {
  return new Response(text, { status, headers: { "content-type": contentType } });
}
