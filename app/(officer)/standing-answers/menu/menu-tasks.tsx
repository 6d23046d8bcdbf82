"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/app/(officer)/roster/use-act";
import { Button } from "@/components/ui/button";
import { FormAlert } from "@/components/ui/form-alert";
import type { CustomMenuKept } from "@/lib/standing-answers/menus";
import { checkMenuAction, pushMenuAction, withdrawMenuAction } from "./actions";

type Props = { accountId: string; kept: CustomMenuKept; mayWithdraw: boolean };

/** 推送, 推回, 核对, 撤下: each is asked for here and done by the worker. */
export function MenuTasks({ accountId, kept, mayWithdraw }: Props) {
  const t = useTranslations("customMenu");
  const { busy, wrong, act } = useAct();
  const [isSure, setSure] = useState(false);
  const { made, pushed, changes, driftedSince } = kept;
  const isReady = made.findings.length === 0 && changes.length > 0;

  const push = (print: string) => act(() => pushMenuAction({ accountId, print }), t("pushAsked"));
  const withdraw = () => {
    setSure(false);
    return act(() => withdrawMenuAction({ accountId }), t("withdrawAsked"));
  };
  return (
    <div>
      <FormAlert>{wrong}</FormAlert>
      <div className="flex flex-wrap gap-2">
        {driftedSince && pushed ? (
          <Button tone="primary" busy={busy} onClick={() => void push(pushed.print)}>
            {t("repair")}
          </Button>
        ) : null}
        <Button tone={driftedSince ? "quiet" : "primary"} disabled={!isReady} busy={busy} onClick={() => void push(made.print)}>
          {t("push")}
        </Button>
        <Button busy={busy} onClick={() => void act(() => checkMenuAction({ accountId }), t("checkAsked"))}>
          {t("check")}
        </Button>
        {pushed && mayWithdraw ? (
          <Button tone="danger" busy={busy} onBlur={() => setSure(false)} onClick={() => (isSure ? void withdraw() : setSure(true))}>
            {isSure ? t("withdrawSurely") : t("withdraw")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
