import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { record } from "@/lib/events/record";
import { hashPassword, passwordMatches } from "@/lib/officers/passwords";
import { type ActingOfficer, scopeOf } from "@/lib/officers/scope";
import { closeQuestion } from "@/lib/questions/close-question";
import { saveTopic } from "@/lib/questions/save-topic";
import { DEFAULT_SATISFACTION } from "@/lib/ratings/rules";
import { saveSatisfaction } from "@/lib/ratings/save-satisfaction";
import { claimReply } from "@/lib/replies/claim-reply";
import { markSent } from "@/lib/replies/mark-sent";
import { queueReply } from "@/lib/replies/queue-reply";
import type { QueueReply } from "@/lib/replies/schema";
import { now } from "@/lib/time/clock";
import { after, MINUTE, SECOND } from "@/lib/time/rules";
import { playStandingAnswers } from "./demo-answers";
import { type Line, RESIDENTS } from "./demo-cast";
import { playFeeds } from "./demo-feeds";
import { type DemoFile, hearFile } from "./demo-files";
import { playMenu } from "./demo-menu";
import { playQuickReplies } from "./demo-quick-replies";
import { playRoster } from "./demo-roster";
import { hear, OFFICERS } from "./town";

const TOPICS = ["供水供电", "交通出行", "教育入学", "社保医保", "环境卫生"];

/** The four demo officers, with one password for all; a changed password is taken over. */
export async function saveDemoOfficers(accountId: string, password: string): Promise<void> {
  const known = await db.officer.findUnique({ where: { login: OFFICERS[0].login } });
  if (known && (await passwordMatches(password, known.passwordHash))) return;
  const passwordHash = await hashPassword(password);
  for (const officer of OFFICERS) {
    await db.officer.upsert({
      where: { login: officer.login },
      create: { ...officer, passwordHash, accounts: { create: { accountId } } },
      update: { passwordHash, passwordExpiredAt: null },
    });
  }
}

/** Plays the demo's residents and officers through the same verbs as everybody; whoever has written already is left alone. */
export async function playDemo(account: { id: string; slug: string }): Promise<void> {
  if ((await db.event.count({ where: { type: "demo.seeded" } })) > 0) return;
  const officers = await db.officer.findMany();
  const acting = new Map(
    officers.map(({ id, login, name, role }): [string | null, ActingOfficer] => [login, { id, name, role, scope: scopeOf([account.id]) }]),
  );
  const known = (login: string) => {
    const officer = acting.get(login);
    if (!officer) throw new Error(`the demo has no officer ${login}`);
    return officer;
  };
  const start = now();
  await playQuickReplies(known, start);
  for (const name of TOPICS) await saveTopic({ accountId: account.id, name }, known("he"), start);
  await saveSatisfaction({ ...DEFAULT_SATISFACTION, accountId: account.id, isOn: true, seenAt: null }, known("he"), start);
  await playStandingAnswers(account.id, known, start);
  await playMenu(account.id, known, start);
  if (env.SANDBOX_URL) await playFeeds(account.id, known, env.SANDBOX_URL, start);
  for (const resident of RESIDENTS) {
    if ((await db.resident.count({ where: { openid: resident.openid } })) > 0) continue;
    for (const line of resident.lines) {
      const at = after(start, -line.minutesAgo * MINUTE);
      if ("says" in line) await hear(account.slug, resident.openid, line.says, at);
      else if ("sends" in line) await hearFile(account, resident.openid, line.sends, at);
      else await act(line, resident.openid, known(line.by), at);
    }
    if (resident.remark)
      await db.resident.updateMany({ where: { openid: resident.openid, accountId: account.id }, data: { remark: resident.remark } });
  }
  await playRoster(account.id, known, start);
  await db.$transaction((tx) => record(tx, { type: "demo.seeded", accountId: account.id, facts: { residents: RESIDENTS.length } }, start));
}

async function act(line: Exclude<Line, { says: string } | { sends: DemoFile }>, openid: string, officer: ActingOfficer, at: Date) {
  const {
    id: threadId,
    version: threadVersion,
    questions,
  } = await db.thread.findFirstOrThrow({
    where: { resident: { openid } },
    include: { questions: { where: { answeredAt: null, closedAt: null } } },
  });
  if ("closes" in line) {
    for (const { id } of questions) await closeQuestion({ questionId: id, reason: line.closes }, officer, at);
    return;
  }
  const said = { threadId, threadVersion, text: line.text };
  const promise =
    line.kind === "interim"
      ? { kind: line.kind, unit: line.unit, promisedAt: after(at, line.promisedInMinutes * MINUTE) }
      : { kind: line.kind };
  await send({ ...said, ...promise }, officer, at);
}

async function send(reply: QueueReply, officer: ActingOfficer, at: Date) {
  const queued = await queueReply(reply, officer, undefined, at);
  const claimed = await claimReply(after(at, 6 * SECOND));
  if (claimed?.kind !== "claimed" || claimed.id !== queued.id) throw new Error("the demo's reply could not be claimed");
  await markSent({ id: claimed.id, claimId: claimed.claimId }, after(at, 7 * SECOND));
}
