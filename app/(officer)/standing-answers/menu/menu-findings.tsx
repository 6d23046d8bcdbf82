"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { answerAddress } from "@/app/(officer)/standing-answers/addresses";
import { COLUMN_BYTES, type MenuFinding, ROW_BYTES } from "@/lib/standing-answers/buttons";
import { usePlaceWords } from "./use-place-words";

type Props = { account: string; findings: readonly MenuFinding[] };

/** What is to be put right before the menu can go to WeChat, place by place, with the way to the answer. */
export function MenuFindings({ account, findings }: Props) {
  const t = useTranslations("customMenu");
  const place = usePlaceWords();
  if (findings.length === 0) return null;
  const say = (finding: MenuFinding) => {
    const { code, column, row, name, bytes } = finding;
    if (code === "nothing") return t("problems.nothing");
    return t(`problems.${code}`, { place: place(finding), column, name, bytes, most: row === 0 ? COLUMN_BYTES : ROW_BYTES });
  };
  return (
    <section aria-labelledby="menu-findings" className="rounded-lg border border-late-mark px-3 py-2">
      <h3 id="menu-findings" className="font-semibold text-late">
        {t("findings", { count: findings.length })}
      </h3>
      <ul className="mt-1 flex flex-col gap-1">
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.column} ${finding.row}`} className="wrap-anywhere">
            {say(finding)}{" "}
            {finding.answerId === null ? null : (
              <Link href={answerAddress(account, finding.answerId)} className="inline-block text-info underline">
                {t("open", { name: finding.name })}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
