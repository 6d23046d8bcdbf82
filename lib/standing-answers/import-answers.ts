import { v7 as uuid } from "uuid";
import { db, type Tx } from "@/lib/db";
import { recordAll } from "@/lib/events/record";
import type { ActingOfficer, Scope } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { FaqEntry } from "./faq/entries";
import type { ImportAnswers } from "./faq/input";
import { type FaqPreview, previewOf } from "./faq/preview";
import { listAnswersInFull } from "./queries";
import { USUAL_PRIORITY } from "./rules";
import { MAX_ANSWERS } from "./save-draft";
import { lockAnswers } from "./taking";

/**
 * 导入: saves every line of a file as a draft of a new standing answer, the officer's own, or none at all. Residents get none of it
 * before it is published.
 * @throws Refusal accountNotFound, standingImportFaulty when a line cannot be saved, also because of what was saved since the preview,
 * tooMany
 */
export async function importAnswers(input: ImportAnswers, officer: ActingOfficer, at = now()): Promise<{ count: number }> {
  return db.$transaction(
    async (tx) => {
      const { accountId } = input;
      await lockAnswers(tx, accountId);
      const { lines, ready } = await previewImport(input, officer.scope, at, tx);
      if (!ready) throw new Refusal("standingImportFaulty");
      const entries = lines.flatMap(({ entry }) => entry ?? []);
      const beside = await tx.standingAnswer.findMany({ where: { accountId, archivedAt: null }, select: { parentId: true } });
      if (beside.length + entries.length > MAX_ANSWERS) throw new Refusal("tooMany", { most: MAX_ANSWERS });

      const before = beside.filter(({ parentId }) => parentId === null).length;
      const made = entries.map((entry, index) => ({ entry, id: uuid(), position: before + index + 1 }));
      await tx.standingAnswer.createMany({
        data: made.map(({ id, position, entry: { number, name } }) => {
          return { id, accountId, number, name, position, ownerId: officer.id, createdAt: at };
        }),
      });
      await tx.standingVersion.createMany({
        data: made.map(({ id, entry }) => ({ ...versionOf(entry), standingAnswerId: id, version: 1, savedAt: at, savedById: officer.id })),
      });
      await recordAll(
        tx,
        made.map(({ id }) => ({ type: "standingAnswer.imported", accountId, officerId: officer.id, facts: { standingAnswerId: id } })),
        at,
      );
      return { count: made.length };
    },
    { timeout: 30_000 },
  );
}

/**
 * What importAnswers() would save, line by line, with all that is wrong. Writes nothing.
 * @throws Refusal accountNotFound
 */
export async function previewImport(
  { accountId, format, content }: ImportAnswers,
  scope: Scope,
  at = now(),
  tx: Tx = db,
): Promise<FaqPreview> {
  const account = await tx.officialAccount.findFirst({
    where: { AND: [{ id: accountId }, { id: { in: [...scope.accountIds] } }] },
    select: { timeZone: true },
  });
  if (!account) throw new Refusal("accountNotFound");
  const existing = await listAnswersInFull(scope, accountId, tx);
  return previewOf({ format, bytes: Buffer.from(content, "base64") }, existing, account.timeZone, at);
}

function versionOf({ text, keywords, source, validUntil }: FaqEntry) {
  const rule = { id: uuid(), kind: "anyOf", words: keywords, excluding: [], priority: USUAL_PRIORITY };
  return { body: { kind: "text", text }, rules: keywords.length === 0 ? [] : [rule], source, validUntil };
}
