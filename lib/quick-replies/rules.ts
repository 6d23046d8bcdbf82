import { folded } from "@/lib/accounts/rules";
import { dayAndTime, dayOf } from "@/lib/time/zones";

export const MAX_TITLE_LENGTH = 40;
export const MAX_TEXT_LENGTH = 2_000;
/** Quick replies that one officer may keep. */
export const MAX_QUICK_REPLIES = 300;

/** What a text may leave open: how the resident is addressed, the question's number, the time of inserting. */
export const VARIABLES = ["称呼", "编号", "时间"] as const;
type Variable = (typeof VARIABLES)[number];
/** What is known where a text is inserted, and by whose clock. */
export type VariableFacts = { remark: string | null; number: string | null; now: Date; timeZone: string };

/** By which a quick reply is found and ranked. `initials` and `pinyin`: of the title, lower case. `uses`: the asking officer's. */
export type Findable = { title: string; text: string; initials: string; pinyin: string; uses: number; lastUsedAt: Date | null };

/** In half or full width, as an input method gives them. */
const VARIABLE = /[{｛]([^{}｛｝]*)[}｝]/g;

/** The variables of a text that nobody can fill, as they stand there, each once. */
export function unknownVariables(text: string): string[] {
  const unknown = [...text.matchAll(VARIABLE)].filter(([, name = ""]) => !isVariable(name.trim())).map(([whole]) => whole);
  return [...new Set(unknown)];
}

/** A text with its variables filled in: {时间} as 11月22日 14:05 by the account's clock; nothing for the number where there is none. */
export function filledText(text: string, { remark, number, now, timeZone }: VariableFacts): string {
  const values: Record<Variable, string> = { 称呼: formOfAddress(remark), 编号: number ?? "", 时间: dayAndTime(now, timeZone) };
  return text.replace(VARIABLE, (whole, name: string) => {
    const variable = name.trim();
    return isVariable(variable) ? values[variable] : whole;
  });
}

/** 称呼: the remark up to its first comma, bracket or blank (“邢女士，工业区职工” is 邢女士), or 您. */
export function formOfAddress(remark: string | null): string {
  return remark?.trim().split(/[\s,，、;；(（]/)[0] || "您";
}

/** What matches the letters typed, best first: title, initials or pinyin begin with them, the title holds them, the text does. Among equals the most used, then the latest used. */
export function rankQuickReplies<Found extends Findable>(list: readonly Found[], typed: string): Found[] {
  const searched = folded(typed);
  return list
    .map((found) => ({ found, rank: rankOf(found, searched) }))
    .filter(({ rank }) => rank >= 0)
    .sort((one, other) => one.rank - other.rank || byUse(one.found, other.found))
    .map(({ found }) => found);
}

/** 待复核: whether the day by which somebody should have looked at it is over, by a zone's clocks. */
export function isReviewDue({ reviewOn }: { reviewOn: string | null }, now: Date, timeZone: string): boolean {
  return reviewOn !== null && reviewOn < dayOf(now, timeZone);
}

/** Whether an officer may change or archive it: one's own, and with the permission to share everybody's shared ones. */
export function mayChange(quickReply: { shared: boolean; ownerId: string }, officer: { id: string; mayShare: boolean }): boolean {
  return quickReply.ownerId === officer.id || (quickReply.shared && officer.mayShare);
}

/** Most used first, then latest used; of both equal the order stays. */
export function byUse(one: Pick<Findable, "uses" | "lastUsedAt">, other: Pick<Findable, "uses" | "lastUsedAt">): number {
  return other.uses - one.uses || (other.lastUsedAt?.getTime() ?? 0) - (one.lastUsedAt?.getTime() ?? 0);
}

function rankOf({ title, text, initials, pinyin }: Findable, searched: string): number {
  if (searched === "") return 0;
  const shown = folded(title);
  return [
    shown.startsWith(searched),
    initials.startsWith(searched),
    pinyin.startsWith(searched),
    shown.includes(searched),
    folded(text).includes(searched),
  ].indexOf(true);
}

function isVariable(name: string): name is Variable {
  return (VARIABLES as readonly string[]).includes(name);
}
