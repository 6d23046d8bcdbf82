import type { z } from "zod";
import { instantOf } from "@/app/(officer)/local-moment";
import type { StandingBody } from "@/lib/standing-answers/bodies";
import { saveDraftInput } from "@/lib/standing-answers/inputs";
import type { StandingAnswer, StandingVersion } from "@/lib/standing-answers/queries";
import type { KeywordRule } from "@/lib/standing-answers/rules";
import { wallClock } from "@/lib/time/zones";

export const BODY_KINDS = ["text", "articles", "menu", "picture"] as const satisfies readonly StandingBody["kind"][];
export const TIMES = ["asOf", "validFrom", "validUntil", "reviewAt"] as const;
type Time = (typeof TIMES)[number];

/** What stands in the form. Each kind of body keeps what was written to it; `name`, `number`: of a new one. Times as fields hold them, "" for none. */
export type Written = Record<Time, string> & {
  name: string;
  number: string;
  kind: StandingBody["kind"];
  text: string;
  lead: string;
  article: { title: string; description: string; url: string; pictureUrl: string };
  picture: { mediaId: string; pictureUrl: string };
  rules: readonly KeywordRule[];
  source: string;
};
/** What is changed, or the account of a new one. */
export type Target = { standingAnswerId: string; version: number } | { accountId: string };

/** Why a part is not taken; the codes of the schema. */
export const FAULTS = [
  ...["textEmpty", "textTooLong", "textBroken", "addressWrong", "mediaIdWrong", "nameEmpty", "nameTooLong", "nameBroken", "numberOutside"],
  ...["sourceEmpty", "sourceTooLong", "sourceBroken", "dateWrong", "validBackwards", "tooManyRules"],
  ...["noWords", "tooManyWords", "wordTwice", "wordEmpty", "wordTooLong", "wordBroken", "priorityOutside", "excludesItself"],
  ...["notSaidAutomatic", "placeholderUnknown", "countOutside"],
] as const;

/** What a version says, for the form; without one an empty text as of now. */
export function writtenOf(version: StandingVersion | null, timeZone: string, now: Date): Written {
  const { body = { kind: "text", text: "" } as const, rules = [], source = "" } = version ?? {};
  const field = (time: Time) => {
    const at = version ? version[time] : time === "asOf" ? now : null;
    return at ? wallClock(at, timeZone) : "";
  };
  return {
    ...{ name: "", number: "" },
    kind: body.kind,
    text: body.kind === "text" ? body.text : "",
    lead: body.kind === "menu" ? body.lead : "",
    article: body.kind === "articles" ? body.articles[0] : { title: "", description: "", url: "", pictureUrl: "" },
    picture: body.kind === "picture" ? { mediaId: body.mediaId, pictureUrl: body.pictureUrl } : { mediaId: "", pictureUrl: "" },
    rules,
    source,
    asOf: field("asOf"),
    validFrom: field("validFrom"),
    validUntil: field("validUntil"),
    reviewAt: field("reviewAt"),
  };
}

/** What would be sent of it; of what was written to other kinds nothing. */
export function bodyOf({ kind, text, lead, article, picture }: Written): StandingBody {
  if (kind === "text") return { kind, text };
  if (kind === "menu") return { kind, lead };
  return kind === "articles" ? { kind, articles: [article] } : { kind, ...picture };
}

/** As the desk takes it; times by the account's clock. */
export function inputOf(written: Written, target: Target, timeZone: string): z.input<typeof saveDraftInput> {
  const { name, number, rules, source } = written;
  const answer = "accountId" in target ? { ...target, name, number: number === "" ? null : Number(number) } : target;
  const at = (time: Time) => instantOf(written[time], timeZone);
  const times = { asOf: at("asOf"), validFrom: at("validFrom"), validUntil: at("validUntil"), reviewAt: at("reviewAt") };
  return {
    answer,
    body: bodyOf(written),
    rules: rules.map((rule) => ({ ...rule, words: [...rule.words], excluding: [...rule.excluding] })),
    source,
    ...times,
  };
}

/** Why it would not be taken: where (body.text, rules.0.words) and the first reason there. */
export function faultsOf(input: z.input<typeof saveDraftInput>): ReadonlyMap<string, string> {
  const issues = saveDraftInput.safeParse(input).error?.issues ?? [];
  const faults = new Map<string, string>();
  for (const issue of issues.flatMap((found) => (found.code === "invalid_union" ? (found.errors.at(-1) ?? []) : [found]))) {
    const path = issue.path.join(".");
    if (!faults.has(path)) faults.set(path, issue.message);
  }
  return faults;
}

/** Whether its rules are those that residents' words meet already: what they take from others somebody has seen. */
export function isAsInForce(answer: Pick<StandingAnswer, "published"> | null, { rules }: Written): boolean {
  return JSON.stringify(answer?.published?.rules ?? null) === JSON.stringify(rules);
}

/** Whether other words would go out under the time of the former ones. */
export function isOldStamp(written: Written, before: Written): boolean {
  const said = ({ text, lead, article }: Written) => JSON.stringify({ text, lead, article });
  return written.asOf !== "" && written.asOf === before.asOf && said(written) !== said(before);
}
