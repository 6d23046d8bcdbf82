import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
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
import { type GroupWords, wordsShelf } from "./kept-words";
import { frozen, includes, lateOf, noWords, requestOf, withChange } from "./words";

type Given = { cluster: ClusterView; officer: { id: string }; reload(): Promise<void> };
/** What stands between the words and the residents. `lost`: nobody knows whether the desk has them. */
type Problem = { kind: "lost" } | { kind: "incomplete" } | ({ kind: "refused" } & Refused);
/** Seen before it goes: the exact recipients, or that those who got the wrong text get another one. */
type Checked = GroupPlan | "correction";
type Sent = { words: GroupWords; sendAfterAt: Date; reached: number };

export type GroupAnswerDesk = ReturnType<typeof useGroupAnswer>;

/** One text to everybody: kept while it is written, shown with its exact recipients before it goes, sent once, and taken back within seconds. */
export function useGroupAnswer({ cluster, officer, reload }: Given) {
  const t = useTranslations("group.answer");
  const { summary, members } = cluster;
  const [shelf] = useState(() => wordsShelf(officer.id, summary.id));
  const [words, setWords] = useState(() => noWords(newId()));
  const [plan, setPlan] = useState<Checked | null>(null);
  const [others, setOthers] = useState<readonly OtherAnswer[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const now = useNow();
  // A tab that is loaded anew goes on with what was being written.
  useEffect(() => {
    const kept = shelf.load();
    if (kept) setWords(kept);
  }, [shelf]);

  function put(next: GroupWords) {
    shelf.keep(next);
    setWords(next);
    setPlan(null);
    setProblem(null);
  }
  const change = (changes: Partial<GroupWords>) => put(withChange(words, changes, members));
  const toggle = useStable((questionId: string) => {
    const out = words.out.includes(questionId) ? words.out.filter((id) => id !== questionId) : [...words.out, questionId];
    const late = words.members !== null && includes(words, questionId) === "late";
    put(
      late
        ? { ...words, members: [...(words.members ?? []), ...frozen(members.filter(({ id }) => id === questionId))] }
        : { ...words, out },
    );
  });

  /** Shows to whom it goes, and when that has been seen, sends it. */
  async function proceed() {
    if (busy) return;
    if (!isStillOf(officer.id)) return setProblem({ kind: "refused", refusal: "sessionEnded", facts: {} });
    if (words.corrects) return plan === null ? setPlan("correction") : correct(words.corrects);
    const asked = requestOf(words, cluster);
    if (!asked) return setProblem({ kind: "incomplete" });
    setBusy(true);
    setProblem(null);
    if (plan === null) {
      // Seen together, so that nobody sends before having seen what a colleague says.
      const [result, voices] = await Promise.all([
        planAction(asked).catch(() => null),
        loadVoices({ clusterId: summary.id }).catch(() => null),
      ]);
      setOthers(voices?.others ?? []);
      if (result?.ok) setPlan(result.value);
      else setProblem(problemOf(result));
    } else {
      const result = await writeAction({ ...asked, groupAnswerId: words.groupAnswerId }).catch(() => null);
      if (result?.ok) went(result.value.sendAfter, result.value.reached, result.value.approvalNeeded);
      else setProblem(problemOf(result));
    }
    setBusy(false);
    await reload();
  }
  async function correct({ id }: NonNullable<GroupWords["corrects"]>) {
    setBusy(true);
    const result = await correctAction({ groupAnswerId: id, correctionId: words.groupAnswerId, text: words.text }).catch(() => null);
    if (result?.ok) went(result.value.sendAfter, result.value.reached, result.value.approvalNeeded);
    else setProblem(problemOf(result));
    setBusy(false);
    await reload();
  }
  function went(sendAfterAt: Date, reached: number, approvalNeeded: boolean) {
    setSent({ words, sendAfterAt, reached });
    put(noWords(newId()));
    toast(t(approvalNeeded ? "awaits" : "queued", { count: reached }), { about: "group" });
  }
  async function takeBack() {
    if (!sent || busy) return;
    setBusy(true);
    const result = await withdrawAction({ groupAnswerId: sent.words.groupAnswerId }).catch(() => null);
    setBusy(false);
    if (result?.ok) {
      setSent(null);
      put({ ...sent.words, groupAnswerId: newId() });
      toast(t("takenBack", { gone: result.value.gone }), { about: "group" });
    } else setProblem(problemOf(result));
    await reload();
  }

  const undoable = sent !== null && sent.sendAfterAt > now ? sent : null;
  return {
    words,
    plan,
    /** 一口径: what colleagues tell others of the same matter in other words. */
    others: others.filter((other) => other.text.trim() !== words.text.trim()).slice(0, 2),
    problem,
    busy,
    undoable,
    change,
    toggle,
    proceed,
    takeBack,
    /** Back from the recipients to the text. */
    unplan: () => setPlan(null),
    includes: (questionId: string) => includes(words, questionId),
    late: lateOf(words, members),
    takeInLate: () => words.members && put({ ...words, members: frozen(members) }),
    /** 更正: the wrong text, to be put right for those who got it. */
    correct: ({ id, text, counts }: GroupAnswerSummary) =>
      put({ ...noWords(newId()), text, members: frozen(members), corrects: { id, reached: counts.sent + counts.sending } }),
  };
}

/** Without an answer it may have arrived all the same; its id makes a second try safe. */
function problemOf(result: ({ ok: false } & Refused) | null): Problem {
  return result ? { kind: "refused", refusal: result.refusal, facts: result.facts } : { kind: "lost" };
}
