import { useTranslations } from "next-intl";
import { useState } from "react";
import { moveMembersAction, undoChangeAction } from "@/app/(officer)/inbox/group/actions";
import { useGroupRun } from "@/app/(officer)/inbox/group/use-group-run";
import type { Selection } from "@/app/(officer)/inbox/queue/use-selection";
import { toast } from "@/components/ui/toast";
import { UNDO_CLOSE_SECONDS } from "@/lib/questions/rules";
import type { ChosenQuestions } from "./use-chosen-questions";

const NOTHING = () => Promise.resolve();

/** 归为一组: the chosen rows ask the same. They join the largest group among them; questions that all stood alone become a group of their own. */
export function useGather(selection: Selection, { questions, largest }: ChosenQuestions, onBringBack: (ids: readonly string[]) => void) {
  const t = useTranslations("group");
  const { running, run } = useGroupRun(NOTHING);
  const [undoable, setUndoable] = useState<(() => void) | null>(null);

  async function gather() {
    const questionIds = questions.map(({ id }) => id);
    if (questionIds.length < 2) return;
    onBringBack(questionIds);
    const gathered = await run(() => moveMembersAction({ toId: largest, questionIds }));
    if (!gathered) return;
    const { changeId } = gathered.value;
    selection.clear();
    const takeBack = async () => {
      setUndoable(null);
      onBringBack(questionIds);
      if (await run(() => undoChangeAction({ changeId }))) toast(t("changes.undone"), { about: "group" });
    };
    const undo = () => void takeBack();
    setUndoable(() => undo);
    toast(t("joining.gathered", { count: questionIds.length }), {
      about: "group",
      seconds: UNDO_CLOSE_SECONDS,
      action: { label: t("changes.undo"), run: undo },
    });
  }
  return { gather, running, undo: undoable };
}
