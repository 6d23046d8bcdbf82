"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDateWords } from "@/app/(officer)/use-date-words";
import { Button } from "@/components/ui/button";
import { FormAlert } from "@/components/ui/form-alert";
import { toast } from "@/components/ui/toast";
import type { BoardToken } from "@/lib/board/tokens";
import { revokeBoardTokenAction } from "./actions";

type Props = { boards: readonly BoardToken[]; accounts: readonly { id: string; name: string }[]; now: Date; isEditor: boolean };

/** The walls that may show something, and when each last did. */
export function BoardList({ boards, accounts, now, isEditor }: Props) {
  const t = useTranslations("boardSettings");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const { moment } = useDateWords(now);
  const [sureOf, setSureOf] = useState<string | null>(null);
  const [wrong, setWrong] = useState("");

  async function revoke({ id, name }: BoardToken) {
    setSureOf(null);
    const result = await revokeBoardTokenAction({ boardTokenId: id }).catch(() => null);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (result?.ok) toast(t("revoked", { name }));
    router.refresh();
  }

  if (boards.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <>
      <FormAlert>{wrong}</FormAlert>
      <ul className="flex flex-col divide-y divide-line-2">
        {boards.map((board) => (
          <li key={board.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <div className="min-w-0 flex-1">
              <p className="font-semibold">{board.name}</p>
              <p className="text-ink-2 text-sm">
                {accounts.flatMap(({ id, name }) => (board.accountIds.includes(id) ? [name] : [])).join(" · ")}
              </p>
              <p className="text-ink-3 text-sm">
                {t("createdBy", { name: board.createdBy, at: moment(board.createdAt) })} ·{" "}
                {board.lastUsedAt ? t("lastUsed", { at: moment(board.lastUsedAt) }) : t("neverUsed")}
              </p>
            </div>
            {isEditor ? (
              <Button
                tone="danger"
                size="small"
                aria-label={`${sureOf === board.id ? t("revokeSurely") : t("revoke")} ${board.name}`}
                onBlur={() => setSureOf(null)}
                onClick={() => (sureOf === board.id ? void revoke(board) : setSureOf(board.id))}
              >
                {sureOf === board.id ? t("revokeSurely") : t("revoke")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
