import { answerHandshake, answerPush } from "./door";

type Context = { params: Promise<{ account: string }> };

/** WeChat verifies the address (protocol section 1.2). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerHandshake(request, (await params).account);
}

/** WeChat pushes a message or an event (protocol section 1.3). */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answerPush(request, (await params).account);
}
