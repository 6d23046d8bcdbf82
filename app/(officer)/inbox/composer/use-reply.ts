import { useEffect, useEffectEvent, useState } from "react";
import { useZone } from "@/app/(officer)/account-clocks";
import { sendReplyAction, withdrawReplyAction } from "@/app/(officer)/inbox/actions";
import { type OpenThread, useInbox } from "@/app/(officer)/inbox/feed/state";
import { runCommand } from "@/app/(officer)/inbox/keyboard/run-command";
import type { Refused } from "@/app/(officer)/inbox/use-refusal-sentence";
import { useRun } from "@/app/(officer)/inbox/use-run";
import { useStable } from "@/app/(officer)/inbox/use-stable";
import { instantOf } from "@/app/(officer)/local-moment";
import { isStillOf } from "@/app/(officer)/same-officer";
import type { ReplyState } from "@/lib/threads/queries";
import { wallClock } from "@/lib/time/zones";
import { type Draft, isBlank, type SeenThread } from "./draft";
import { type PendingReply, pendingReply } from "./pending-reply";
import { readyOf } from "./pictures/attached";
import { usePictures } from "./pictures/use-pictures";
import { rememberUnit } from "./recent-units";
import { useDraft } from "./use-draft";

/** What stands between a draft and the resident. `moved`: the thread has changed since the draft was begun. `lost`: nobody knows whether the server has it. */
export type ReplyProblem = { kind: "moved" } | { kind: "lost" } | { kind: "incomplete" } | ({ kind: "refused" } & Refused);
export type ReplyDesk = ReturnType<typeof useReply>;

/** One thread's draft and its way to the server: sent once, never on top of words that the officer has not seen, never lost. */
export function useReply({ view, draft: reading, pictures: waiting }: OpenThread) {
  const { officer, refreshThread, settleThread, applyVersion, serverNow } = useInbox();
  const timeZone = useZone();
  const { running: withdrawing, run } = useRun(view.id);
  const seen: SeenThread = { version: view.version, seq: view.messages.at(-1)?.seq ?? "0" };
  const keeping = useDraft(view.id, seen, reading);
  const { draft, change, restore } = keeping;
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<ReplyProblem | null>(null);
  const [pending, setPending] = useState<PendingReply | null>(null);
  const [warnedOf, setWarnedOf] = useState<number | null>(null);
  const moved = !isBlank(draft) && view.version > draft.seen.version;
  const pictures = usePictures(view.id, waiting, () => change({}));

  // After a lost connection the thread itself tells that the reply had arrived.
  const arrived = draft.attempted && !sending && view.messages.some(({ reply }) => reply?.id === draft.replyId);
  const onArrived = useEffectEvent(() => {
    keeping.sent(seen);
    pictures.letGo(pictures.attached);
    setProblem(null);
  });
  useEffect(() => {
    if (arrived) onArrived();
  }, [arrived]);

  /** @returns whether the server has it */
  async function send(): Promise<boolean> {
    if (sending || pictures.isUploading || isBlank(draft) || keeping.status === "moved") return false;
    if (!isStillOf(officer.id)) {
      setProblem({ kind: "refused", refusal: "sessionEnded", facts: {} });
      return false;
    }
    if (moved && warnedOf !== view.version) {
      setWarnedOf(view.version);
      setProblem({ kind: "moved" });
      return false;
    }
    const shown = pictures.attached.filter(({ id }) => id !== null);
    const reply = composed(draft, { id: view.id, timeZone }, seen.version, readyOf(shown));
    if (!reply) {
      setProblem({ kind: "incomplete" });
      return false;
    }

    const attempted = keeping.attempt(seen);
    const sent = pendingReply(attempted, { id: view.id, timeZone }, officer, serverNow(), shown);
    setProblem(null);
    setSending(true);
    setPending(sent);
    const result = await sendReplyAction({ replyId: attempted.replyId, reply }).catch(() => null);
    setSending(false);
    if (result?.ok) {
      setPending({ ...sent, saved: true });
      pictures.letGo(pictures.attached);
      rememberUnit(reply.kind === "interim" ? reply.unit : "");
      applyVersion(view.id, result.value.threadVersion);
      keeping.sent({ ...seen, version: result.value.threadVersion });
    } else {
      keeping.release();
      setPending(null);
      setProblem(problemOf(result));
      if (result?.refusal === "threadMoved") setWarnedOf(Number(result.facts.version));
    }
    if (result?.ok) await settleThread(view.id);
    else await refreshThread(view.id).catch(() => undefined);
    return result?.ok === true;
  }

  const withdraw = useStable(async (replyId: string) => {
    const reply = [...view.messages, ...(pending?.messages ?? [])].find((message) => message.reply?.id === replyId)?.reply;
    const taken = await run(() => withdrawReplyAction({ replyId }));
    if (!taken) return;
    const { text, threadVersion, draft: saved, pictures: back } = taken.value;
    setPending(null);
    pictures.giveBack(back);
    applyVersion(view.id, threadVersion);
    // More than this withdrawal moved the thread: the officer is told before sending again.
    const isAlone = threadVersion === seen.version + 1;
    restore(reply ? wordsOf(text, reply, timeZone) : { text }, isAlone ? { ...seen, version: threadVersion } : seen, saved);
    runCommand("reply");
  });
  const bringBack = useStable((text: string, reply: ReplyState, shown: readonly string[]) => {
    pictures.giveBack(shown);
    restore(wordsOf(text, reply, timeZone), seen);
    runCommand("reply");
  });

  return {
    draft,
    keeping,
    change: (changes: Parameters<typeof change>[0]) => {
      change(changes);
      if (problem?.kind !== "moved") setProblem(null);
    },
    pictures,
    sending,
    moved,
    problem: problem?.kind === "moved" && !moved ? null : problem,
    pending,
    send,
    withdraw,
    withdrawing,
    /** Throws the words away; returns how to have them back. */
    giveUp: () => {
      keeping.discard(seen);
      setProblem(null);
      return () => restore(draft, draft.seen);
    },
    /** A failed reply's words and pictures, back in the composer. */
    bringBack,
  };
}

function wordsOf(text: string, { kind, promisedUnit, promisedAt }: ReplyState, timeZone: string) {
  const promise = { ...(promisedUnit && { unit: promisedUnit }), ...(promisedAt && { promisedAt: wallClock(promisedAt, timeZone) }) };
  return { text, kind, ...promise };
}

/** Without an answer the reply may have arrived all the same; its id makes a second try safe. */
function problemOf(result: ({ ok: false } & Refused) | null): ReplyProblem {
  if (!result) return { kind: "lost" };
  return result.refusal === "threadMoved" ? { kind: "moved" } : { kind: "refused", refusal: result.refusal, facts: result.facts };
}

function composed(draft: Draft, thread: { id: string; timeZone: string }, threadVersion: number, pictures: string[]) {
  const said = { threadId: thread.id, threadVersion, text: draft.text, pictures };
  if (draft.kind !== "interim") return { kind: draft.kind, ...said };
  const promisedAt = instantOf(draft.promisedAt, thread.timeZone);
  return draft.unit.trim() !== "" && promisedAt ? { kind: draft.kind, ...said, unit: draft.unit, promisedAt } : null;
}
