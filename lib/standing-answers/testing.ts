import { v7 as uuid } from "uuid";
import type { ActingOfficer } from "@/lib/officers/scope";
import { type ClaimedFeed, claimFeed } from "./claim-feed";
import { type ClaimedMenu, claimMenu } from "./claim-menu";
import type { SaveFeed } from "./feeds";
import type { MoveAnswer, SaveDraft } from "./inputs";
import { readCustomMenu } from "./menus";
import { moveAnswer } from "./move-answer";
import { publishVersion } from "./publish-version";
import { saveDraft } from "./save-draft";

/** What a test cares about of an answer; the rest is of no matter to it. */
type Planted = Partial<Omit<SaveDraft, "answer">> &
  Partial<Pick<MoveAnswer, "name" | "number" | "parentId" | "menu">> & { isDraft?: boolean };

type New = Extract<SaveDraft["answer"], { name: string }>;

/** A rule that any of these words meets. */
export const anyOf = (...words: string[]): SaveDraft["rules"][number] => ({
  id: uuid(),
  kind: "anyOf",
  words,
  excluding: [],
  priority: 50,
});

/** What an officer saves, as a text about the weather unless told otherwise. */
export function draft(
  answer: Exclude<SaveDraft["answer"], New> | (Omit<New, "number"> & Partial<New>),
  more: Partial<Omit<SaveDraft, "answer">> = {},
): SaveDraft {
  const timeless = { asOf: null, validFrom: null, validUntil: null, reviewAt: null };
  const of = "name" in answer ? { number: null, ...answer } : answer;
  return { answer: of, body: { kind: "text", text: "晴，5到12度。" }, rules: [], source: "区气象局", ...timeless, ...more } as SaveDraft;
}

/** A standing answer that residents get unless it is a draft, the officer's own. */
export async function plant(
  accountId: string,
  officer: ActingOfficer,
  { name = "天气", number = null, parentId = null, menu = null, isDraft = false, ...more }: Planted,
  at?: Date,
) {
  const { id: standingAnswerId, version } = await saveDraft(draft({ accountId, name, number }, more), officer, at);
  await moveAnswer({ standingAnswerId, seen: 0, name, number, parentId, position: 99, menu }, officer, at);
  if (!isDraft) await publishVersion({ standingAnswerId, version, despiteWarnings: true }, officer, at);
  return standingAnswerId;
}

/** What an officer saves as the source of an answer: the week's answers, good for an hour, unless told otherwise. */
export function feedOf(standingAnswerId: string, more: Partial<Omit<SaveFeed, "standingAnswerId">> = {}): SaveFeed {
  return { standingAnswerId, seen: 0, from: { kind: "answered", items: 5 }, freshMinutes: 60, pastFreshness: "say", ...more };
}

/** What a worker has just claimed. @throws when nothing is due */
export async function claimedFeed(when: Date): Promise<ClaimedFeed> {
  const claim = await claimFeed(when);
  if (!claim) throw new Error("nothing was claimed");
  return claim;
}

/** Answers of the officer's with places in the custom menu: a column that unfolds, and one of its own. @returns their ids by name */
export async function plantMenu(accountId: string, officer: ActingOfficer, at?: Date) {
  const head = await plant(accountId, officer, { name: "看一看", menu: { column: 1, row: 0 }, isDraft: true }, at);
  const weather = await plant(accountId, officer, { name: "天气", menu: { column: 1, row: 1 } }, at);
  const hotline = await plant(accountId, officer, { name: "热线", menu: { column: 2, row: 0 } }, at);
  return { head, weather, hotline };
}

/** What the desk knows of the menu, with the print that an officer who sees it would push. @throws when the scope does not reach it */
export async function menuSeen(accountId: string, { scope }: ActingOfficer, at: Date) {
  const kept = await readCustomMenu(scope, accountId, at);
  if (!kept) throw new Error("no menu is seen");
  return { ...kept, input: { accountId, print: kept.made.print } };
}

/** What a worker has just claimed of the menus. @throws when nothing is due */
export async function claimedMenu(when: Date): Promise<ClaimedMenu> {
  const claim = await claimMenu(when);
  if (!claim) throw new Error("no menu was claimed");
  return claim;
}
