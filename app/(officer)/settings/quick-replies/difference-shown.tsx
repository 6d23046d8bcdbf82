import { useTranslations } from "next-intl";
import { differences } from "./differences";

type Props = { before: string; after: string };

/** How one text became another: what went is struck out, what came is underlined, and both are said to a screen reader. */
export function DifferenceShown({ before, after }: Props) {
  const t = useTranslations("quickReplySettings");
  return (
    <p className="wrap-anywhere whitespace-pre-line leading-relaxed">
      {differences(before, after).map(({ kind, text }, place) => {
        const key = `${place}-${kind}`;
        if (kind === "same") return <span key={key}>{text}</span>;
        return kind === "added" ? (
          <ins key={key} className="bg-sel text-info underline decoration-2">
            <span className="sr-only">{t("added")}</span>
            {text}
          </ins>
        ) : (
          <del key={key} className="bg-late-bg text-late line-through">
            <span className="sr-only">{t("removed")}</span>
            {text}
          </del>
        );
      })}
    </p>
  );
}
