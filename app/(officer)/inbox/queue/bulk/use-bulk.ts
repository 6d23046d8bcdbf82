import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { assignAllAction, closeAllAction, snoozeAllAction, undoBulkAction } from "@/app/(officer)/inbox/queue/queue-actions";
import type { Selection } from "@/app/(officer)/inbox/queue/use-selection";
import { useRefusalSentence } from "@/app/(officer)/inbox/use-refusal-sentence";
import { useStable } from "@/app/(officer)/inbox/use-stable";
import { toast } from "@/components/ui/toast";
import type { BulkResult } from "@/lib/questions/bulk";
import { type CloseReason, MAX_BULK, UNDO_CLOSE_SECONDS } from "@/lib/questions/rules";
import { SECOND } from "@/lib/time/rules";
import type { ActionResult } from "@/lib/web/officer-action";
import type { ChosenQuestions } from "./use-chosen-questions";

type Undo = Parameters<typeof undoBulkAction>[0];
type What = Undo["what"];

/** What is done to all that is chosen at once, and taken back at once for thirty seconds. Rows of which something refuses stay chosen. */
export function useBulk(selection: Selection, questions: ChosenQuestions["questions"], onBringBack: (ids: readonly string[]) => void) {
  const t = useTranslations("bulk");
  const actions = useTranslations("actions");
  const sentence = useRefusalSentence();
  const [running, setRunning] = useState(false);
  const [undoable, setUndoable] = useState<Undo | null>(null);
  const chosen = questions.slice(0, MAX_BULK);
  const questionIds = chosen.map(({ id }) => id);
  const threadVersions = Object.fromEntries(chosen.map(({ id, threadVersion }) => [id, threadVersion]));

  useEffect(() => {
    if (!undoable) return;
    const timer = setTimeout(() => setUndoable(null), UNDO_CLOSE_SECONDS * SECOND);
    return () => clearTimeout(timer);
  }, [undoable]);

  async function ask<T>(act: () => Promise<ActionResult<T>>): Promise<T | null> {
    setRunning(true);
    const result = await act().catch(() => null);
    setRunning(false);
    if (!result) toast(actions("noConnection"), { tone: "danger" });
    else if (!result.ok) toast(sentence(result), { tone: "danger" });
    return result?.ok ? result.value : null;
  }
  /** How many were done, and, for the first of those that were not, why. */
  function tell(what: What | "undo", { done, refused }: BulkResult<unknown>, undo: Undo | null) {
    const why = refused[0] ? sentence({ refusal: refused[0].refusal, facts: {} }) : "";
    const said =
      done.length === 0
        ? t("none", { count: refused.length, why })
        : refused.length === 0
          ? t(`done.${what}`, { count: done.length })
          : t("partly", { done: t(`done.${what}`, { count: done.length }), count: refused.length, why });
    const action = undo && { action: { label: t("undo"), run: () => void takeBack(undo) }, seconds: UNDO_CLOSE_SECONDS };
    toast(said, { about: "bulk", tone: done.length === 0 ? "danger" : "plain", ...action });
  }
  async function run<Before>(
    what: What,
    act: () => Promise<ActionResult<BulkResult<Before>>>,
    undoOf: (done: BulkResult<Before>["done"]) => Undo,
  ) {
    if (running || chosen.length === 0) return;
    const result = await ask(act);
    if (!result) return;
    const refused = new Set(result.refused.map(({ questionId }) => questionId));
    // What did not fit into this time waits for the next one.
    const left = questions.filter(({ id }, place) => refused.has(id) || place >= MAX_BULK);
    selection.only(left.map(({ rowId }) => rowId));
    const undo = result.done.length > 0 ? undoOf(result.done) : null;
    setUndoable(undo);
    tell(what, result, undo);
  }

  const takeBack = useStable(async (undo: Undo) => {
    if (running) return;
    setUndoable(null);
    onBringBack(undo.done.map(({ questionId }) => questionId));
    const result = await ask(() => undoBulkAction(undo));
    if (result) tell("undo", result, null);
  });

  return {
    running,
    assign: (toId: string) =>
      run(
        "assign",
        () => assignAllAction({ questionIds, toId }),
        (done) => ({ what: "assign", toId, done }),
      ),
    snooze: (until: Date) =>
      run(
        "snooze",
        () => snoozeAllAction({ questionIds, threadVersions, until }),
        (done) => ({ what: "snooze", done }),
      ),
    close: (reason: CloseReason) =>
      run(
        "close",
        () => closeAllAction({ questionIds, threadVersions, reason }),
        (done) => ({ what: "close", done }),
      ),
    /** Takes the last one back, while that is possible. */
    undo: undoable && (() => void takeBack(undoable)),
  };
}
