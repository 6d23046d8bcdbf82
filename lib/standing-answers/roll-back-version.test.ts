import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { publishVersion } from "./publish-version";
import { readStandingAnswer } from "./queries";
import { rollBackVersion } from "./roll-back-version";
import { saveDraft } from "./save-draft";
import { lockAnswers } from "./taking";
import { draft, plant } from "./testing";

test("brings a published version back as a new one; the others stay as they were", async () => {
  const { accountId, lin } = await town();
  const standingAnswerId = await plant(accountId, lin, { source: "一" }, at(0));
  await saveDraft(draft({ standingAnswerId, version: 1 }, { source: "二" }), lin, at(10));
  await publishVersion({ standingAnswerId, version: 2, despiteWarnings: true }, lin, at(11));
  await saveDraft(draft({ standingAnswerId, version: 2 }, { source: "三", validUntil: at(40) }), lin, at(20));
  const back = { standingAnswerId, version: 3, to: 1, despiteWarnings: true };

  await expect(rollBackVersion({ ...back, version: 2 }, lin)).rejects.toMatchObject({ code: "standingAnswerChanged" });
  await expect(rollBackVersion({ ...back, to: 3 }, lin)).rejects.toMatchObject({ code: "standingVersionNotFound" });
  expect(await rollBackVersion(back, lin, at(30))).toEqual({ version: 4 });

  const kept = await readStandingAnswer(lin.scope, standingAnswerId);
  expect(kept?.published).toMatchObject({ version: 4, source: "一", copyOf: 1, publishedAt: at(30) });
  expect(kept?.versions.map(({ source, publishedAt }) => [source, publishedAt])).toEqual([
    ["一", at(30)],
    ["三", null],
    ["二", at(11)],
    ["一", at(0)],
  ]);
  expect(await told("standingAnswer.rolledBack")).toMatchObject([{ facts: { standingAnswerId, version: 4, copyOf: 1 } }]);
});

test("what is over is not brought back", async () => {
  const { accountId, lin } = await town();
  const standingAnswerId = await plant(accountId, lin, { validUntil: at(40) }, at(0));
  const back = { standingAnswerId, version: 1, to: 1, despiteWarnings: true };
  await expect(rollBackVersion(back, lin, at(40))).rejects.toMatchObject({ code: "standingOver" });
  await rollBackVersion(back, lin, at(39));
});

test("waits for whoever is publishing the same answer, and neither is thrown out", async () => {
  const { accountId, lin } = await town();
  const standingAnswerId = await plant(accountId, lin, {}, at(0));
  let back: Promise<{ version: number }> | undefined;
  await db.$transaction(async (tx) => {
    await lockAnswers(tx, accountId);
    back = rollBackVersion({ standingAnswerId, version: 1, to: 1, despiteWarnings: true }, lin, at(10));
    await someoneWaits();
    await tx.standingAnswer.update({ where: { id: standingAnswerId }, data: { position: 2 } });
  });
  expect(await back).toEqual({ version: 2 });
});

async function someoneWaits(): Promise<void> {
  const waiting = () => db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await waiting())[0]?.count === 0) await pause(10);
}
