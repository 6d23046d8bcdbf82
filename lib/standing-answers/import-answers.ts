import { v7 as uuid } from "uuid";
import { db, type Tx } from "@/lib/db";
import { recordAll } from "@/lib/events/record";
import type { ActingOfficer, Scope } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { FaqEntry } from "./faq/entries";
import type { ImportAnswers } from "./faq/input";
import { type AlikeEarlier, type FaqPreview, previewOf } from "./faq/preview";
import { comparable } from "./normalize";
import { listAnswersAndDrafts } from "./queries";
import { MAX_ANSWERS } from "./save-draft";
import { lockAnswers } from "./taking";

/**
 * 导入: saves every line of a file as a draft of a new standing answer, the officer's own, or none at all; a line that was the draft of a
 * published one becomes its second version. Residents get none of it before it is published.
 * @throws Refusal accountNotFound, standingImportFaulty when a line cannot be saved, also because of what was saved since the preview,
 * tooMany
 */
export async function importAnswers(input: ImportAnswers, officer: ActingOfficer, at = now()): Promise<{ count: number }> {
  return db.$transaction(
    async (tx) => {
      const { accountId } = input;
      await lockAnswers(tx, accountId);
      const { lines, ready } = await previewImport(input, officer.scope, { at, tx });
      if (!ready) throw new Refusal("standingImportFaulty");
      const beside = await tx.standingAnswer.findMany({
        where: { accountId, archivedAt: null },
        select: { id: true, name: true, parentId: true },
      });
      const made = lines.flatMap(({ line, entry, continues }) => (entry && continues === null ? [{ line, entry, id: uuid() }] : []));
      const named = [...beside, ...made.map(({ id, entry: { name } }) => ({ id, name }))];
      const ids = new Map(named.map(({ id, name }) => [comparable(name), id]));
      const rows = made.map(({ id, line, entry: { number, name, parent } }) => {
        const version = lines.some(({ continues }) => continues === line) ? 2 : 1;
        const parentId = ids.get(comparable(parent)) ?? null;
        return { id, accountId, number, name, parentId, version, ownerId: officer.id, createdAt: at };
      });
      await tx.standingAnswer.createMany({ data: inLine(rows, beside) });
      const saved = { savedAt: at, savedById: officer.id };
      const drafts = lines.flatMap(({ entry, continues }) => {
        const first = made.find(({ line }) => line === continues);
        return entry && first ? [{ ...versionOf(entry), standingAnswerId: first.id, version: 2, ...saved }] : [];
      });
      const firsts = made.map(({ id, entry }) => ({ ...versionOf(entry), standingAnswerId: id, version: 1, ...saved }));
      await tx.standingVersion.createMany({ data: [...firsts, ...drafts] });
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
 * What importAnswers() would save, line by line, with all that is wrong. Writes nothing. `alikeEarlier`: tells what asks nearly the same.
 * @throws Refusal accountNotFound, tooMany when the account would have more answers than it may
 */
export async function previewImport(
  { accountId, format, content }: ImportAnswers,
  scope: Scope,
  { at = now(), tx = db, alikeEarlier }: { at?: Date; tx?: Tx; alikeEarlier?: AlikeEarlier } = {},
): Promise<FaqPreview> {
  const account = await tx.officialAccount.findFirst({
    where: { AND: [{ id: accountId }, { id: { in: [...scope.accountIds] } }] },
    select: { timeZone: true },
  });
  if (!account) throw new Refusal("accountNotFound");
  const existing = await listAnswersAndDrafts(scope, accountId, tx);
  const preview = previewOf({ format, bytes: Buffer.from(content, "base64") }, existing, account.timeZone, at, alikeEarlier);
  const made = preview.lines.filter(({ continues }) => continues === null).length;
  if (preview.ready && existing.length + made > MAX_ANSWERS) throw new Refusal("tooMany", { most: MAX_ANSWERS });
  return preview;
}

type Below = { parentId: string | null };

/** Behind those that stand below the same one. */
function inLine<Row extends Below>(rows: readonly Row[], beside: readonly Below[]): (Row & { position: number })[] {
  const last = new Map<string | null, number>();
  const nextBelow = ({ parentId }: Below) => {
    const position = (last.get(parentId) ?? 0) + 1;
    last.set(parentId, position);
    return position;
  };
  for (const other of beside) nextBelow(other);
  return rows.map((row) => ({ ...row, position: nextBelow(row) }));
}

function versionOf({ body, rules, source, asOf, validFrom, validUntil, reviewAt }: FaqEntry) {
  return { body, rules: rules.map((rule) => ({ id: uuid(), ...rule })), source, asOf, validFrom, validUntil, reviewAt };
}
