import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useZone } from "@/app/(officer)/account-clocks";
import { useGroups } from "@/app/(officer)/inbox/feed/groups-context";
import { useNow } from "@/app/(officer)/inbox/feed/state";
import { correctAction, planAction, withdrawAction, writeAction } from "@/app/(officer)/inbox/group/actions";
import { loadVoices } from "@/app/(officer)/inbox/group/loaders";
import { newId } from "@/app/(officer)/inbox/new-id";
import type { Refused } from "@/app/(officer)/inbox/use-refusal-sentence";
import { useStable } from "@/app/(officer)/inbox/use-stable";
import { isStillOf } from "@/app/(officer)/same-officer";
import { toast } from "@/components/ui/toast";
import type { GroupPlan } from "@/lib/clusters/plan";
import type { GroupAnswerSummary } from "@/lib/clusters/progress";
import type { ClusterView } from "@/lib/clusters/queries";
import type { OtherAnswer } from "@/lib/clusters/voices";
import type { WrittenGroupAnswer } from "@/lib/clusters/write-group-answer";
import type { GroupDraftReading } from "@/lib/drafts/queries";
import { UNDO_CLOSE_SECONDS } from "@/lib/questions/rules";
import type { ActionResult } from "@/lib/web/officer-action";
import {
  correcting,
  frozen,
  type GroupWords,
  groupPaper,
  includes,
  lateOf,
  recipientsOf,
  requestOf,
  restored,
  withChange,
  withToggled,
} from "./group-words";
import { useGroupDraft } from "./use-group-draft";

type Given = { cluster: ClusterView; draft: GroupDraftReading; officer: { id: string }; reload(): Promise<void> };
/** What stands between the words and the residents. `lost`: nobody knows whether the desk has them. */
type Problem = { kind: "lost" } | { kind: "incomplete" } | { kind: "nobody" } | ({ kind: "refused" } & Refused);
/** Seen before it goes: the exact recipients, or that those who got the wrong text get another one. */
type Checked = GroupPlan | "correction";
type Sent = { words: GroupWords; sendAfterAt: Date; reached: number; approvalNeeded: boolean };
type Written = Pick<WrittenGroupAnswer, "sendAfter" | "reached" | "approvalNeeded">;

export type GroupAnswerDesk = ReturnType<typeof useGroupAnswer>;

/** One text to everybody: kept while it is written, shown with its exact recipients before it goes, sent once, and taken back within seconds. */
export function useGroupAnswer({ cluster, draft: reading, officer, reload }: Given) {
  const t = useTranslations("group.answer");
  const { summary, members } = cluster;
  const { bringBack } = useGroups();
  const { words, ...draft } = useGroupDraft(summary.id, reading);
  // What was seen counts for the very words it was seen with.
  const [checked, setChecked] = useState<{ plan: Checked; words: GroupWords } | null>(null);
  const [others, setOthers] = useState<readonly OtherAnswer[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const acting = useRef(false);
  const now = useNow();
  const timeZone = useZone();
  const isChecked = checked !== null && (checked.words === words || groupPaper.saysSame(checked.words, words));
  const plan = isChecked ? checked.plan : null;
  const isEmpty = words.text.trim() === "";

  function put(next: GroupWords) {
    // While it is on its way to the desk nothing of it changes.
    if (acting.current) return;
    draft.write(next);
    setChecked(null);
    setProblem(null);
  }
  /** Puts other words where some stand already; these are not lost. */
  function instead(next: GroupWords) {
    const before = words;
    put(next);
    if (isEmpty || before.text === next.text) return;
    toast(t("replaced"), { about: "group", seconds: UNDO_CLOSE_SECONDS, action: { label: t("putBack"), run: () => put(before) } });
  }
  const change = (changes: Partial<GroupWords>) => put(withChange(words, changes, members));
  const toggle = useStable((questionId: string) => put(withToggled(words, questionId, members)));

  /** One thing at a time: what is pressed meanwhile is not heard. */
  async function acts(act: () => Promise<void>) {
    if (acting.current) return;
    acting.current = true;
    setBusy(true);
    try {
      await act();
    } finally {
      acting.current = false;
      setBusy(false);
    }
    await reload();
  }

  /** Shows to whom it goes, and when that has been seen, sends it. */
  async function proceed() {
    if (acting.current || draft.other) return;
    if (!isStillOf(officer.id)) return setProblem({ kind: "refused", refusal: "sessionEnded", facts: {} });
    const { corrects } = words.seen;
    const asked = requestOf(words, cluster, timeZone);
    if (isEmpty) return;
    if (!corrects && recipientsOf(words, members).length === 0) return setProblem({ kind: "nobody" });
    if (!corrects && !asked) return setProblem({ kind: "incomplete" });
    setProblem(null);
    if (plan === null && corrects) return setChecked({ plan: "correction", words });
    await acts(async () => {
      if (plan === null) return asked ? check(asked) : undefined;
      const { replyId, text } = words;
      if (corrects) await send(() => correctAction({ groupAnswerId: corrects.id, correctionId: replyId, text }));
      else if (asked) await send(() => writeAction({ ...asked, groupAnswerId: replyId }));
    });
  }
  async function check(asked: NonNullable<ReturnType<typeof requestOf>>) {
    // Seen together, so that nobody sends before having seen what a colleague says.
    const [result, voices] = await Promise.all([
      planAction(asked).catch(() => null),
      loadVoices({ clusterId: summary.id }).catch(() => null),
    ]);
    setOthers(voices?.others ?? []);
    if (result?.ok) setChecked({ plan: result.value, words });
    else setProblem(problemOf(result));
  }
  async function send(act: () => Promise<ActionResult<Written>>) {
    const attempted = draft.attempt();
    const result = await act().catch(() => null);
    if (!result?.ok) {
      draft.release();
      return setProblem(problemOf(result));
    }
    const { sendAfter, reached, approvalNeeded } = result.value;
    // Whoever is left stands for the group in the queue from now on.
    bringBack(members.map(({ id }) => id));
    draft.sent();
    setChecked(null);
    setSent({ words: attempted, sendAfterAt: sendAfter, reached, approvalNeeded });
    toast(t(approvalNeeded ? "awaits" : "queued", { count: reached }), { about: "group" });
  }
  const takeBack = () =>
    acts(async () => {
      if (!sent) return;
      const result = await withdrawAction({ groupAnswerId: sent.words.replyId }).catch(() => null);
      if (!result?.ok) return setProblem(problemOf(result));
      setSent(null);
      setChecked(null);
      draft.write(restored(words, sent.words));
      toast(t("takenBack", { gone: result.value.gone }), { about: "group" });
    });

  const undoable = sent !== null && sent.sendAfterAt > now ? sent : null;
  return {
    words,
    plan,
    /** How far the desk has the words, and what was written elsewhere meanwhile. */
    draft,
    /** 一口径: what colleagues tell others of the same matter in other words. */
    others: others.filter((other) => other.text.trim() !== words.text.trim()).slice(0, 2),
    // A text that has gone after all, as the desk tells later, has no problem any more.
    problem: isEmpty && problem?.kind === "lost" ? null : problem,
    busy,
    undoable,
    change,
    toggle,
    proceed,
    takeBack,
    /** Back from the recipients to the text. */
    unplan: () => setChecked(null),
    includes: (questionId: string) => includes(words, questionId),
    late: lateOf(words, members),
    takeInLate: () => words.seen.members && change({ seen: { ...words.seen, members: frozen(members) } }),
    recipients: recipientsOf(words, members).length,
    /** 更正: the wrong text, to be put right for those who got it. */
    correct: ({ id, text, counts }: GroupAnswerSummary) =>
      instead(correcting({ id, text, reached: counts.sent + counts.sending }, members)),
    /** A text that a colleague has sent back, to be gone on with. */
    rewrite: ({ text }: GroupAnswerSummary) => instead(withChange({ ...words, replyId: newId() }, { text }, members)),
  };
}

/** Without an answer it may have arrived all the same; its id makes a second try safe. */
function problemOf(result: ({ ok: false } & Refused) | null): Problem {
  return result ? { kind: "refused", refusal: result.refusal, facts: result.facts } : { kind: "lost" };
}
