import { useTranslations } from "next-intl";
import { useDateWords } from "@/app/(officer)/use-date-words";
import type { StandingBody } from "@/lib/standing-answers/bodies";
import type { StandingVersion } from "@/lib/standing-answers/queries";
import type { KeywordRule } from "@/lib/standing-answers/rules";
import { TIMES } from "./written";

/** A version as lines to read and to compare: what residents get, who says so and when, and the words that ask for it. */
export function useVersionText(now: Date) {
  const t = useTranslations("standingAnswers");
  const { moment } = useDateWords(now);

  const bodyText = (body: StandingBody): string => {
    if (body.kind === "text") return body.text;
    if (body.kind === "menu") return body.lead;
    if (body.kind === "picture") return `${t("bodyKinds.picture")} ${body.mediaId}`;
    return body.articles.flatMap(({ title, description, url, pictureUrl }) => [title, description, url, pictureUrl]).join("\n");
  };
  const ruleText = ({ kind, words, excluding, priority }: KeywordRule): string => {
    const said = { kind: t(`ruleKinds.${kind}`), words: words.join(t("between")), priority, excluding: excluding.join(t("between")) };
    return excluding.length > 0 ? t("ruleExcluding", said) : t("rule", said);
  };
  const versionText = (version: StandingVersion): string => {
    const times = TIMES.flatMap((time) => {
      const at = version[time];
      return at ? [t("timeSaid", { time: t(`times.${time}`), at: moment(at) })] : [];
    });
    return [bodyText(version.body), t("sourceSaid", { source: version.source }), ...times, ...version.rules.map(ruleText)].join("\n");
  };
  return { bodyText, versionText };
}
