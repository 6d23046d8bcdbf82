import { z } from "zod";

/** UTF-8 bytes of an answer's text: WeChat takes 2,048, and the stamp, the source and the way to a person stand there too. */
export const MAX_BODY_BYTES = 1_600;
export const MAX_ARTICLE_TITLE = 60;
export const MAX_ARTICLE_DESCRIPTION = 100;
export const MAX_ADDRESS_LENGTH = 500;

/** PostgreSQL takes no NUL, UTF-8 no half of a surrogate pair. */
const isStorable = (value: string) => !value.includes("\0") && value.isWellFormed();
const lettersOf = (value: string) => [...value].length;
const bytesOf = (value: string) => new TextEncoder().encode(value).length;

const text = z
  .string()
  .trim()
  .min(1, "textEmpty")
  .refine(isStorable, { error: "textBroken", abort: true })
  .refine((value) => bytesOf(value) <= MAX_BODY_BYTES, "textTooLong");
const line = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^[^\r\n]*$/, "textBroken")
    .refine(isStorable, { error: "textBroken", abort: true })
    .refine((value) => lettersOf(value) <= most, "textTooLong");
const address = z.url({ protocol: /^https?$/, error: "addressWrong" }).max(MAX_ADDRESS_LENGTH, "addressWrong");

/** One card: WeChat takes no more in its answer to a push (protocol section 3.3). `pictureUrl`: "" for none. */
const article = z.object({
  title: line(MAX_ARTICLE_TITLE).min(1, "textEmpty"),
  description: line(MAX_ARTICLE_DESCRIPTION),
  url: address,
  pictureUrl: z.union([z.literal(""), address]),
});

/**
 * What a resident gets: a text; the card of an article; a picture that WeChat already has (`pictureUrl`: what the desk shows of it, ""
 * for none); a sub-menu, which lists the answers below it under `lead`.
 */
export const standingBodyInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text }),
  z.object({ kind: z.literal("articles"), articles: z.tuple([article]) }),
  z.object({
    kind: z.literal("picture"),
    mediaId: z.string().regex(/^[\w-]{1,128}$/, "mediaIdWrong"),
    pictureUrl: z.union([z.literal(""), address]),
  }),
  z.object({ kind: z.literal("menu"), lead: text }),
]);

export type StandingBody = z.output<typeof standingBodyInput>;
