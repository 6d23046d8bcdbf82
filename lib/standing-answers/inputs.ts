import { z } from "zod";
import { PLACEHOLDERS, textFault } from "./acknowledging";
import { standingBodyInput } from "./bodies";
import { MAX_RULES } from "./rules";
import { categoryRulesInput, keywordRuleInput } from "./schema";

export const MAX_SOURCE_LENGTH = 30;
/** UTF-8 bytes of what the account says around its answers. */
const MAX_SETTING_BYTES = 600;
const MAX_VERSION = 2_147_483_647;

const { name, number } = categoryRulesInput.shape;
const version = z.int().min(1).max(MAX_VERSION);
/** PostgreSQL takes no NUL, UTF-8 no half of a surrogate pair. */
const isStorable = (value: string) => !value.includes("\0") && value.isWellFormed();
/** What is told in a text has four figures for its year, and no clock shows the last instants that there are. */
const [EARLIEST, LATEST] = [new Date("2000-01-01"), new Date("2100-01-01")];
const instant = z.coerce.date("dateWrong").min(EARLIEST, "dateWrong").max(LATEST, "dateWrong").nullable();

/** Rules keep their ids from version to version, so that it can be counted how often each was met. */
const rules = z
  .array(keywordRuleInput.and(z.object({ id: z.uuid() })))
  .max(MAX_RULES, "tooManyRules")
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "ruleTwice");

/** `answer`: what is changed and its newest version as the officer saw it, or the account, the name and the number of a new one. */
export const saveDraftInput = z
  .object({
    answer: z.union([z.object({ standingAnswerId: z.uuid(), version }), z.object({ accountId: z.uuid(), name, number })]),
    body: standingBodyInput,
    rules,
    source: z
      .string()
      .trim()
      .min(1, "sourceEmpty")
      .max(MAX_SOURCE_LENGTH, "sourceTooLong")
      .regex(/^[^\r\n]*$/, "sourceBroken")
      .refine(isStorable, "sourceBroken"),
    asOf: instant,
    validFrom: instant,
    validUntil: instant,
    reviewAt: instant,
  })
  .refine(({ validFrom, validUntil }) => !validFrom || !validUntil || validFrom < validUntil, {
    error: "validBackwards",
    path: ["validUntil"],
  });

/** `version`: the draft that the officer saw. `despiteWarnings`: he has seen what his rules take from others, or others from his. */
export const publishVersionInput = z.object({ standingAnswerId: z.uuid(), version, despiteWarnings: z.boolean() });
/** `version`: the newest that the officer saw; `to`: the published one that is brought back. */
export const rollBackVersionInput = z.object({ standingAnswerId: z.uuid(), version, to: version, despiteWarnings: z.boolean() });
export const onStandingAnswerInput = z.object({ standingAnswerId: z.uuid() });
/**
 * `seen`: its moves as the officer saw them. `position`: from 1, among those of the same parent. `menu`: null for no place in WeChat's
 * custom menu; row 0 is the column itself.
 */
export const moveAnswerInput = onStandingAnswerInput.extend({
  seen: z.int().min(0).max(MAX_VERSION),
  name,
  number,
  parentId: z.uuid().nullable(),
  position: z.int().min(1).max(99),
  menu: z.object({ column: z.int().min(1).max(3), row: z.int().min(0).max(5) }).nullable(),
});
export const setOwnerInput = onStandingAnswerInput.extend({ ownerId: z.uuid() });

const said = z
  .string()
  .trim()
  .min(1, "textEmpty")
  .refine(isStorable, { error: "textBroken", abort: true })
  .refine((value) => new TextEncoder().encode(value).length <= MAX_SETTING_BYTES, "textTooLong");
const MAX_HOTLINE_LENGTH = 30;
const MAX_QUEUE_FROM = 1_000;
const MAX_FIRST_DAYS = 365;
const FILLED = Object.keys(PLACEHOLDERS) as (keyof typeof PLACEHOLDERS)[];
const countBetween = (least: number, most: number) => z.int("countOutside").min(least, "countOutside").max(most, "countOutside");

/** `seenAt`: when what the officer saw was saved; null: nothing was. A text is measured with the longest that its placeholders stand for. */
export const standingSettingsInput = z
  .object({
    accountId: z.uuid(),
    welcomeText: said,
    menuLead: said,
    personText: said,
    outsideOn: z.boolean(),
    outsideText: said,
    queueOn: z.boolean(),
    queueFrom: countBetween(1, MAX_QUEUE_FROM),
    queueText: said,
    firstOn: z.boolean(),
    firstDays: countBetween(1, MAX_FIRST_DAYS),
    firstText: said,
    hotline: z
      .string()
      .trim()
      .min(1, "textEmpty")
      .max(MAX_HOTLINE_LENGTH, "textTooLong")
      .regex(/^[^\r\n{}｛｝]*$/, "textBroken")
      .refine(isStorable, "textBroken"),
    seenAt: z.coerce.date().nullable(),
  })
  .superRefine((settings, { addIssue }) => {
    for (const part of FILLED) {
      const fault = textFault(part, settings[part], settings.hotline);
      if (fault) addIssue({ code: "custom", message: fault, path: [part] });
    }
  });

export const onMenuInput = z.object({ accountId: z.uuid() });
/** `print`: of the menu that the officer saw, as lib/standing-answers/buttons.ts prints it. */
export const pushMenuInput = onMenuInput.extend({ print: z.string().max(20_000) });

export type SaveDraft = z.output<typeof saveDraftInput>;
export type PublishVersion = z.output<typeof publishVersionInput>;
export type RollBackVersion = z.output<typeof rollBackVersionInput>;
export type OnStandingAnswer = z.output<typeof onStandingAnswerInput>;
export type MoveAnswer = z.output<typeof moveAnswerInput>;
export type SetOwner = z.output<typeof setOwnerInput>;
export type StandingSettingsInput = z.output<typeof standingSettingsInput>;
export type OnMenu = z.output<typeof onMenuInput>;
export type PushMenu = z.output<typeof pushMenuInput>;
