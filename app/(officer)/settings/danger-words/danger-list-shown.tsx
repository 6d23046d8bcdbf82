"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { DangerList } from "@/lib/accounts/queries";
import { DangerTester } from "./danger-tester";

/** The list for those who may not change it. */
export function DangerListShown({ list }: { list: DangerList }) {
  const t = useTranslations("dangerWords");
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h3 className="mb-1 text-ink-2 text-sm">{t("words")}</h3>
        {list.dangerWords.length === 0 ? <p className="text-ink-3">{t("noWords")}</p> : null}
        <ul className="flex flex-wrap gap-1.5">
          {list.dangerWords.map((word) => (
            <li key={word}>
              <Badge>{word}</Badge>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3 className="mb-1 text-ink-2 text-sm">{t("emergencyText")}</h3>
        <p className="max-w-[40em] rounded-lg bg-line-2 px-3 py-2">{list.emergencyText}</p>
      </div>
      <DangerTester words={list.dangerWords} />
    </div>
  );
}
