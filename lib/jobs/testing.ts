import { onTestFinished } from "vitest";
import { env } from "@/lib/env";
import { says } from "@/lib/replies/testing";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import { TOWN_ACCOUNT, town } from "@/prisma/town";
import { startSandbox } from "@/sandbox/server";
import { deliverNext } from "./deliver-replies";

type Line = { from: string; text: string };
type Entry = { path: string; openid: string; body: string; taken: boolean };

/** The platform at the address that the environment names, for one test. */
export async function platform() {
  const sandbox = await startSandbox({
    ...TOWN_ACCOUNT,
    port: new URL(env.WECHAT_API_BASE_URL).port,
    webhookUrl: "http://127.0.0.1:9/nobody",
  });
  onTestFinished(() => sandbox.close());
  const control = async (method: string, path: string, body?: object) => {
    // Every test has a sandbox of its own at the same port: a connection that is kept would lead to the last one's.
    const headers = { connection: "close" };
    const response = await fetch(`${sandbox.url}/sandbox/${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  const calls = async (api: string): Promise<Entry[]> =>
    (await control("GET", "journal")).entries.filter(({ path }: { path?: string }) => path?.endsWith(api));
  return {
    control,
    /** From now on the API does this, once unless told otherwise. */
    fails: (kind: string, rule: object = {}) => control("POST", "faults", { api: "custom/send", kind, ...rule }),
    mends: () => control("DELETE", "faults"),
    joins: (openid: string) => control("PUT", `residents/${openid}`, { name: openid, lastMessageAt: now().toISOString() }),
    /** What a resident has received from the account, top to bottom. */
    phone: async (openid: string): Promise<string[]> =>
      (await control("GET", `residents/${openid}/chat`)).filter(({ from }: Line) => from === "account").map(({ text }: Line) => text),
    sends: () => calls("/custom/send"),
    tokenFetches: () => calls("/stable_token"),
  };
}

export const OPENID = "oXing0000000000000000000001";

/** A resident who asked a minute ago and whose answer is due. */
export async function waitingReply(text = "交警已到现场", { openid = OPENID, minutesAgo = 1, desk }: Waiting = {}) {
  const { lin, hears } = desk ?? (await town());
  const asked = after(now(), -minutesAgo * 60 * SECOND);
  const { threadId, questionId } = await hears(openid, "出口堵了", asked);
  const { id } = await says(lin, threadId, text, after(asked, SECOND));
  return { id, threadId, questionId };
}
type Waiting = { openid?: string; minutesAgo?: number; desk?: Awaited<ReturnType<typeof town>> };

/** One worker's round: everything that is due, until it is reported. Returns how many were claimed. */
export async function deliverDue(): Promise<number> {
  const sending: Promise<void>[] = [];
  for (let next = await deliverNext(); next; next = await deliverNext()) sending.push(next.done);
  await Promise.all(sending);
  return sending.length;
}
