import { z } from "zod";
import { MAX_ADDRESS_LENGTH, MAX_BODY_BYTES } from "./bodies";
import { PAST_FRESHNESS } from "./freshness";
import { onStandingAnswerInput } from "./inputs";

export const MAX_FEED_ITEMS = 10;
/** Ten minutes to four weeks. */
const MIN_FRESH_MINUTES = 10;
const MAX_FRESH_MINUTES = 4 * 7 * 24 * 60;

/** PostgreSQL takes no NUL, UTF-8 no half of a surrogate pair. */
const isStorable = (value: string) => !value.includes("\0") && value.isWellFormed();
/** No name and password stand in it: everybody who may see the answer sees its address. */
const url = z
  .url({ protocol: /^https?$/, error: "addressWrong" })
  .max(MAX_ADDRESS_LENGTH, "addressWrong")
  .refine((value) => URL.canParse(value) && new URL(value).username === "" && new URL(value).password === "", "addressWrong");
const items = z.int().min(1, "itemsWrong").max(MAX_FEED_ITEMS, "itemsWrong");
const template = z
  .string()
  .trim()
  .min(1, "textEmpty")
  .refine(isStorable, { error: "textBroken", abort: true })
  .refine((value) => new TextEncoder().encode(value).length <= MAX_BODY_BYTES, "textTooLong");
const asOfField = z
  .string()
  .trim()
  .min(1)
  .max(100, "fieldWrong")
  .regex(/^[^{}\0]+$/, "fieldWrong")
  .nullable();

/**
 * `from`: where the text comes from. Of json its template ({fields} of what is fetched) and the field that says as of when it is true;
 * of rss and answered how many are told. `seen`: the version that the officer saw, 0 for none.
 */
export const saveFeedInput = onStandingAnswerInput.extend({
  seen: z.int().min(0),
  from: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("hand") }),
    z.object({ kind: z.literal("json"), url, template, asOfField }),
    z.object({ kind: z.literal("rss"), url, items }),
    z.object({ kind: z.literal("answered"), items }),
  ]),
  freshMinutes: z.int().min(MIN_FRESH_MINUTES, "freshWrong").max(MAX_FRESH_MINUTES, "freshWrong"),
  pastFreshness: z.enum(PAST_FRESHNESS),
});

/** A host as it stands in an address, with its port where that is not the usual one. */
export const setFeedHostInput = z.object({
  accountId: z.uuid(),
  host: z
    .string()
    .trim()
    .max(200, "hostWrong")
    .regex(/^[^\s/@?#\\]+$/, "hostWrong")
    .refine((host) => URL.canParse(`https://${host}`), "hostWrong")
    .transform((host) => new URL(`https://${host}`).host),
  isAllowed: z.boolean(),
});

export type SaveFeed = z.output<typeof saveFeedInput>;
export type SetFeedHost = z.output<typeof setFeedHostInput>;
