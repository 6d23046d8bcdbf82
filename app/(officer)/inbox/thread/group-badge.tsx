"use client";

import { useTranslations } from "next-intl";
import { useGroups } from "@/app/(officer)/inbox/feed/groups-context";
import { type OpenThread, useInbox } from "@/app/(officer)/inbox/feed/state";
import { takeMemberAction, undoChangeAction } from "@/app/(officer)/inbox/group/actions";
import { leaveCommand } from "@/app/(officer)/inbox/keyboard/run-command";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { useRun } from "@/app/(officer)/inbox/use-run";
import { toast } from "@/components/ui/toast";
import type { ClusterSummary } from "@/lib/clusters/queries";
import { UNDO_CLOSE_SECONDS } from "@/lib/questions/rules";
import { currentQuestion } from "./current-question";

/** That others ask the same, and the way to all of them; one key makes it a conversation of its own. */
export function GroupBadge({ open, cluster }: { open: OpenThread; cluster: ClusterSummary }) {
  const t = useTranslations("group");
  const { officer } = useInbox();
  const { openGroup } = useGroups();
  const { run } = useRun(open.view.id);
  const question = currentQuestion(open.questions);

  async function takeOut() {
    if (!question || (question.assignedTo !== null && question.assignedTo.id !== officer.id)) return;
    const taken = await run(() => takeMemberAction({ questionId: question.id }));
    if (!taken) return;
    const { changeId } = taken.value;
    const action = { label: t("changes.undo"), run: () => void run(() => undoChangeAction({ changeId })) };
    toast(t("changes.taken"), { about: "group", seconds: UNDO_CLOSE_SECONDS, action });
  }
  useCommand("oneOnOne", () => void takeOut());
  return (
    <button
      type="button"
      aria-keyshortcuts="G"
      onClick={() => {
        leaveCommand("openGroup", cluster.id);
        openGroup(cluster.id);
      }}
      className="inline-flex min-h-8 items-center rounded-md px-1.5 text-info hover:bg-sel hover:underline"
    >
      {t("same", { count: cluster.people })}
    </button>
  );
}
