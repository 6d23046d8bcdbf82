"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FormAlert } from "@/components/ui/form-alert";
import { toast } from "@/components/ui/toast";
import type { TopicRow as Topic } from "@/lib/questions/topics";
import { archiveTopicAction } from "./actions";
import { TopicForm } from "./topic-form";

type Props = { topic: Topic; isEditor: boolean; onArchived: () => void };

/** One topic: its name, to be changed in its place, and 停用, which asks once more. */
export function TopicRow({ topic: { id: topicId, accountId, name, questions }, isEditor, onArchived }: Props) {
  const t = useTranslations("topicSettings");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const [renaming, setRenaming] = useState(false);
  const [hasRenamed, setHasRenamed] = useState(false);
  const [sure, setSure] = useState(false);
  const [running, setRunning] = useState(false);
  const [wrong, setWrong] = useState("");

  function stopRenaming() {
    setRenaming(false);
    setHasRenamed(true);
  }

  async function archive() {
    setRunning(true);
    const result = await archiveTopicAction({ topicId }).catch(() => null);
    setRunning(false);
    setSure(false);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (!result?.ok) return;
    toast(t("archived", { name }));
    onArchived();
    router.refresh();
  }

  if (renaming)
    return (
      <li className="py-2">
        <TopicForm
          label={t("renameOf", { name })}
          action={t("save")}
          topic={{ accountId, topicId, name }}
          autoFocus
          onSaved={(saved) => {
            stopRenaming();
            toast(t("renamed", { name: saved }));
          }}
          onCancel={stopRenaming}
        />
      </li>
    );
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <p className="min-w-0 flex-1">
        <span className="font-semibold">{name}</span>{" "}
        <span className="ml-2 whitespace-nowrap text-ink-3 text-sm">{t("questions", { count: questions })}</span>
      </p>
      {isEditor ? (
        <div className="flex gap-2">
          <Button size="small" autoFocus={hasRenamed} aria-label={t("renameOf", { name })} onClick={() => setRenaming(true)}>
            {t("rename")}
          </Button>
          <Button
            tone="danger"
            size="small"
            busy={running}
            aria-label={t(sure ? "archiveSurelyOf" : "archiveOf", { name })}
            onBlur={() => setSure(false)}
            onClick={() => (sure ? void archive() : setSure(true))}
          >
            {sure ? t("archiveSurely") : t("archive")}
          </Button>
        </div>
      ) : null}
      {wrong ? (
        <div className="basis-full">
          <FormAlert>{wrong}</FormAlert>
        </div>
      ) : null}
    </li>
  );
}
