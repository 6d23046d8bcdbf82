import { readDoorAccount } from "@/lib/accounts/queries";
import { type AccountSettings, saveAccount } from "@/lib/accounts/save-account";
import { db } from "@/lib/db";
import { type Received, type ReceivedPush, receiveMessage } from "@/lib/intake/receive-message";
import type { Role } from "@/lib/officers/rules";
import { type ActingOfficer, scopeOf } from "@/lib/officers/scope";
import { DEFAULT_DANGER_WORDS } from "@/lib/questions/rules";
import { readAtHand } from "@/lib/standing-answers/remembered";
import { now } from "@/lib/time/clock";
import { SECOND } from "@/lib/time/rules";

/** The people of the desk. */
export const OFFICERS = [
  { login: "lin", name: "林", role: "officer" },
  { login: "zhao", name: "赵", role: "officer" },
  { login: "he", name: "何", role: "supervisor" },
  { login: "admin", name: "管理员", role: "admin" },
] as const satisfies readonly { login: string; name: string; role: Role }[];

export type OfficerLogin = (typeof OFFICERS)[number]["login"];

/** The account that tests and the demo speak for, unless told otherwise. */
export const TOWN_ACCOUNT = {
  slug: "caofeidian",
  name: "曹妃甸发布",
  originalId: "gh_jidatown0001",
  appId: "wxjidatown00000001",
  appSecret: "town-secret",
  token: "townToken",
  encodingAesKey: "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
};

/** Builds the named cast in an empty database and returns it: one account, four officers, and `hears`, by which residents write. */
export async function town(settings: Partial<AccountSettings> = {}) {
  const account = { ...TOWN_ACCOUNT, ...settings };
  const accountId = await saveAccount({ ...account, dangerWords: DEFAULT_DANGER_WORDS });
  const officers = await Promise.all(OFFICERS.map((officer) => createTownOfficer(officer, accountId)));
  const [lin, zhao, he, admin] = officers as [ActingOfficer, ActingOfficer, ActingOfficer, ActingOfficer];
  const hears = (openid: string, text: string, at = now(), push: Partial<ReceivedPush> = {}) => hear(account.slug, openid, text, at, push);
  return { accountId, account, lin, zhao, he, admin, hears };
}

/** A resident writes (or does, with an event's fields) at an instant, as if through WeChat's door. */
export async function hear(
  slug: string,
  openid: string,
  text: string,
  at: Date,
  push: Partial<ReceivedPush> = {},
): Promise<Received & { threadId: string }> {
  const account = await readDoorAccount(slug);
  if (!account) throw new Error(`no account ${slug}`);
  const msgId = String(BigInt(at.getTime()) * 1_000_000n + BigInt(Math.floor(Math.random() * 1_000_000)));
  const received = await receiveMessage(
    account,
    {
      fromUserName: openid,
      createTime: Math.floor(at.getTime() / SECOND),
      kind: "text",
      msgId,
      event: null,
      eventKey: null,
      text,
      facts: {},
      dedupeKey: `m:${msgId}`,
      raw: `<xml><Content><![CDATA[${text}]]></Content></xml>`,
      ...push,
    },
    at,
    await readAtHand(account.id, at),
  );
  const { threadId } = await db.message.findUniqueOrThrow({ where: { id: received.messageId }, select: { threadId: true } });
  return { ...received, threadId };
}

async function createTownOfficer(officer: (typeof OFFICERS)[number], accountId: string): Promise<ActingOfficer> {
  const { id } = await db.officer.create({ data: { ...officer, accounts: { create: { accountId } } } });
  return { id, name: officer.name, role: officer.role, scope: scopeOf([accountId]) };
}
