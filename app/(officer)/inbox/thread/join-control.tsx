"use client";

import { useTranslations } from "next-intl";
import { Suspense, useState } from "react";
import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import { moveMembersAction, undoChangeAction } from "@/app/(officer)/inbox/group/actions";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { useRun } from "@/app/(officer)/inbox/use-run";
import { lazyPart } from "@/components/ui/lazy-part";
import { toast } from "@/components/ui/toast";
import type { QuestionRow } from "@/lib/questions/queries";
import { statusOf, UNDO_CLOSE_SECONDS } from "@/lib/questions/rules";

const MergeDialog = lazyPart(() => import("@/app/(officer)/inbox/group/merge-dialog").then(({ MergeDialog }) => MergeDialog));

/** 归入: what the machine did not see belongs to others who ask the same. A question that stands alone has a button for it, every one the key. */
export function JoinControl({ open, question, alone }: { open: OpenThread; question: QuestionRow; alone: boolean }) {
  const t = useTranslations("group.joining");
  const changes = useTranslations("group.changes");
  const [finding, setFinding] = useState(false);
  const { run } = useRun(open.view.id);
  const isOpen = statusOf(question) === "open";
  useCommand("joinGroup", () => isOpen && setFinding(true));
  if (!isOpen) return null;

  async function join({ id: toId, name }: { id: string; name: string }) {
    const joined = await run(() => moveMembersAction({ toId, questionIds: [question.id] }));
    if (!joined) return;
    const { changeId } = joined.value;
    const action = { label: changes("undo"), run: () => void run(() => undoChangeAction({ changeId })) };
    toast(t("done", { name }), { about: "group", seconds: UNDO_CLOSE_SECONDS, action });
  }
  return (
    <>
      {alone ? (
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={() => setFinding(true)}
          className="inline-flex min-h-8 items-center rounded-md px-1.5 text-ink-2 hover:bg-line-2 hover:text-ink"
        >
          {t("button")}
        </button>
      ) : null}
      {finding ? (
        <Suspense>
          <MergeDialog
            name={question.firstText?.slice(0, 12) ?? ""}
            accountId={question.accountId}
            except={question.clusterId}
            onMerge={(into) => void join(into)}
            onClose={() => setFinding(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
