"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useGroups } from "@/app/(officer)/inbox/feed/groups-context";
import { leaveCommand } from "@/app/(officer)/inbox/keyboard/run-command";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { Button } from "@/components/ui/button";
import { carryWords } from "./answer/group-drafts";
import { titleOf } from "./title";

type Props = { fromId: string; intoId: string; officerId: string };

/** A colleague has merged it into another one while it was open: the way there, and that nothing of what was being written is lost. */
export function Merged({ fromId, intoId, officerId }: Props) {
  const t = useTranslations("group");
  const { clusters, openGroup } = useGroups();
  const button = useRef<HTMLButtonElement>(null);
  const [wrote, setWrote] = useState(false);
  useEffect(() => {
    if (carryWords(officerId, fromId, intoId)) setWrote(true);
    if (document.activeElement === document.body) button.current?.focus();
  }, [officerId, fromId, intoId]);
  function go() {
    leaveCommand(wrote ? "answerGroup" : "openGroup", intoId);
    openGroup(intoId);
  }
  useCommand("openGroup", go);
  const into = clusters.get(intoId);
  const name = into ? titleOf(into) : "";
  return (
    <main
      id="thread"
      tabIndex={-1}
      className="grid place-content-center justify-items-center gap-3 px-6 text-center text-ink-2 outline-none"
    >
      <p role="status">
        {name ? t("mergedInto", { name }) : t("mergedAway")}
        {wrote ? ` ${t("wordsGoAlong")}` : null}
      </p>
      <Button ref={button} onClick={go}>
        {t("openMerged")}
      </Button>
    </main>
  );
}
