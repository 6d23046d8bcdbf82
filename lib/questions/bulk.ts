import { may, type Permission } from "@/lib/officers/rules";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal, type RefusalCode } from "@/lib/refusal";
import { assignQuestion } from "./assign-question";
import { closeQuestion } from "./close-question";
import { releaseQuestion } from "./release-question";
import type { BulkAssign, BulkClose, BulkSnooze, UndoBulk } from "./schema";
import { snoozeQuestion } from "./snooze-question";
import { undoClose } from "./undo-close";
import { wakeQuestion } from "./wake-question";

/** Taking something back asks for the permission to do it. */
const PERMISSION: Record<UndoBulk["what"], Permission> = {
  assign: "questions.assign",
  snooze: "questions.snooze",
  close: "questions.close",
};
/** Connections that one bulk action takes of the pool. */
const AT_ONCE = 4;

/** What was done, with all that takes it back again, and what was not, and why. */
export type BulkResult<Before = void> = {
  done: ({ questionId: string } & Before)[];
  refused: { questionId: string; refusal: RefusalCode }[];
};

/** 分派 many: each is a transaction of its own, so that one refusal stops none of the others. */
export function assignQuestions(input: BulkAssign, officer: ActingOfficer): Promise<BulkResult<{ previousId: string | null }>> {
  return each(asItems(input.questionIds), ({ questionId }) => assignQuestion({ questionId, toId: input.toId }, officer));
}

/** 稍后 for many. */
export function snoozeQuestions(input: BulkSnooze, officer: ActingOfficer): Promise<BulkResult<{ until: Date; previous: Date | null }>> {
  return each(asItems(input.questionIds), ({ questionId }) =>
    snoozeQuestion({ questionId, threadVersion: input.threadVersions?.[questionId], until: input.until }, officer),
  );
}

/** 结束 many, for one reason. */
export function closeQuestions(input: BulkClose, officer: ActingOfficer): Promise<BulkResult> {
  return each(asItems(input.questionIds), ({ questionId }) =>
    closeQuestion({ questionId, threadVersion: input.threadVersions?.[questionId], reason: input.reason }, officer),
  );
}

/**
 * Takes back what a bulk action did: the officer before, the snooze before, or open again. Refused where it has changed since.
 * @throws Refusal notAllowed
 */
export async function undoBulk(input: UndoBulk, officer: ActingOfficer): Promise<BulkResult> {
  if (!may(officer.role, PERMISSION[input.what])) throw new Refusal("notAllowed");
  switch (input.what) {
    case "assign":
      return each(input.done, async ({ questionId, previousId }) => {
        if (previousId === null) await releaseQuestion({ questionId, assignedToId: input.toId }, officer);
        else await assignQuestion({ questionId, toId: previousId, seenAssigneeId: input.toId }, officer);
      });
    case "snooze":
      return each(input.done, async ({ questionId, until, previous }) => {
        if (previous === null) await wakeQuestion({ questionId, seenUntil: until }, officer);
        else await snoozeQuestion({ questionId, until: previous, seenUntil: until }, officer);
      });
    case "close":
      return each(input.done, ({ questionId }) => undoClose({ questionId }, officer));
  }
}

/** Runs a verb for each, a few at once; defects are thrown, once all have ended. */
async function each<Item extends { questionId: string }, Before>(
  items: readonly Item[],
  act: (item: Item) => Promise<Before>,
): Promise<BulkResult<Before>> {
  const result: BulkResult<Before> = { done: [], refused: [] };
  const waiting = [...items];
  const work = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) {
      const { questionId } = item;
      try {
        result.done.push({ questionId, ...(await act(item)) });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        result.refused.push({ questionId, refusal: error.code });
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  for (const one of ended) if (one.status === "rejected") throw one.reason;
  return result;
}

const asItems = (questionIds: readonly string[]) => [...new Set(questionIds)].map((questionId) => ({ questionId }));
