import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { takeBackAll } from "@/lib/replies/withdraw-reply";
import { now } from "@/lib/time/clock";
import type { OnGroupAnswer } from "./schema";

/** `withdrawn`: who gets it no more; `gone`: who has it, or is getting it this very moment. */
export type WithdrawnGroupAnswer = { text: string; withdrawn: number; gone: number };

/**
 * 撤回: nobody gets it any more who has not got it yet. Within five seconds of its writing that is everybody.
 * @throws Refusal groupAnswerEnded when nobody waits for it any more, groupAnswerNotFound
 */
export async function withdrawGroupAnswer(input: OnGroupAnswer, officer: ActingOfficer, at = now()): Promise<WithdrawnGroupAnswer> {
  return db.$transaction((tx) => withdrawIn(tx, input.groupAnswerId, officer, at));
}

/** The same inside a verb. */
export async function withdrawIn(tx: Tx, groupAnswerId: string, officer: ActingOfficer, at: Date): Promise<WithdrawnGroupAnswer> {
  const where = { id: groupAnswerId, accountId: { in: [...officer.scope.accountIds] } };
  const open = [{ members: { some: { state: "waiting" as const } } }, { replies: { some: { status: "queued" as const } } }];
  const [answer] = await tx.groupAnswer.updateManyAndReturn({
    where: { ...where, withdrawnAt: null, OR: open },
    data: { withdrawnAt: at, withdrawnById: officer.id },
  });
  if (!answer) throw new Refusal((await tx.groupAnswer.count({ where })) === 0 ? "groupAnswerNotFound" : "groupAnswerEnded");

  const waiting = await tx.groupAnswerMember.updateMany({
    where: { groupAnswerId, state: "waiting" },
    data: { state: "withdrawn", changedAt: at },
  });
  const taken = await takeBackAll(tx, groupAnswerId, officer, at);
  await tx.groupAnswerMember.updateMany({
    where: { groupAnswerId, replyId: { in: taken } },
    data: { state: "withdrawn", replyId: null, changedAt: at },
  });
  await tx.clusterLesson.updateMany({ where: { changeId: groupAnswerId, undoneAt: null }, data: { undoneAt: at } });
  const withdrawn = waiting.count + taken.length;
  const gone = await tx.groupAnswerMember.count({ where: { groupAnswerId, state: "queued" } });
  const { accountId, clusterId, text } = answer;
  await record(
    tx,
    { type: "groupAnswer.withdrawn", accountId, officerId: officer.id, facts: { clusterId, groupAnswerId, withdrawn, gone } },
    at,
  );
  return { text, withdrawn, gone };
}
