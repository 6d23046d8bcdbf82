import { db, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { clashesWith, refuseClashes } from "./clashes";
import { changeableBy } from "./conditions";
import type { MoveAnswer } from "./inputs";
import { refuseTakenNumber, type Taken, takeAnswer } from "./taking";

/**
 * Gives an answer its name, its number, its place among the others and in WeChat's custom menu. All of it holds at once, because it
 * belongs to no version.
 * @throws Refusal notAllowed, standingAnswerNotFound, standingClashes, standingMenuPlaceTaken, standingMoved when somebody else has
 * moved it since the officer saw it, standingNumberTaken, standingParentLoops when it would stand below itself
 */
export async function moveAnswer(input: MoveAnswer, officer: ActingOfficer, at = now()): Promise<void> {
  const { standingAnswerId: id, seen: moves, name, number, parentId, menu } = input;
  await db.$transaction(async (tx) => {
    const answer = await takeAnswer(tx, input, officer);
    await refuseTakenNumber(tx, answer, number);
    await refuseTakenPlace(tx, answer, menu);
    await refuseLoop(tx, answer, parentId);
    const place = { menuColumn: menu?.column ?? null, menuRow: menu?.row ?? null };
    const { count } = await tx.standingAnswer.updateMany({
      where: { AND: [{ id, moves }, changeableBy(officer)] },
      data: { name, number, parentId, ...place, moves: { increment: 1 } },
    });
    if (count === 0) throw new Refusal("standingMoved");
    await lineUp(tx, answer, input);
    refuseClashes(await clashesWith(tx, answer, null), true);
    const facts = { standingAnswerId: id, number, parentId, position: input.position, ...place };
    await record(tx, { type: "standingAnswer.moved", accountId: answer.accountId, officerId: officer.id, facts }, at);
  });
}

async function refuseTakenPlace(tx: Tx, { id, accountId }: Taken, menu: MoveAnswer["menu"]): Promise<void> {
  if (menu === null) return;
  const where = { accountId, archivedAt: null, id: { not: id }, menuColumn: menu.column, menuRow: menu.row };
  const placed = await tx.standingAnswer.findFirst({ where, select: { name: true } });
  if (placed) throw new Refusal("standingMenuPlaceTaken", { name: placed.name });
}

/** A parent is another answer of the account that does not stand below this one. */
async function refuseLoop(tx: Tx, { id, accountId }: Taken, parentId: string | null): Promise<void> {
  const answers = await tx.standingAnswer.findMany({ where: { accountId, archivedAt: null }, select: { id: true, parentId: true } });
  const parents = new Map(answers.map((answer) => [answer.id, answer.parentId]));
  if (parentId !== null && !parents.has(parentId)) throw new Refusal("standingAnswerNotFound");
  for (let above = parentId; above !== null; above = parents.get(above) ?? null) {
    if (above === id) throw new Refusal("standingParentLoops");
  }
}

/** Those of one parent are counted from 1 without a gap. */
async function lineUp(tx: Tx, { id, accountId }: Taken, { parentId, position }: MoveAnswer): Promise<void> {
  const others = await tx.standingAnswer.findMany({
    where: { accountId, archivedAt: null, parentId, id: { not: id } },
    select: { id: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const line = others.map((other) => other.id).toSpliced(position - 1, 0, id);
  await tx.$executeRaw`
    UPDATE "StandingAnswer" a SET position = placed.position FROM unnest(${line}::uuid[]) WITH ORDINALITY AS placed(id, position)
    WHERE a.id = placed.id AND a.position <> placed.position`;
}
