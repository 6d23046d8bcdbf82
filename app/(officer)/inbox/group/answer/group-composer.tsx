"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type MouseEvent, Suspense, useEffect, useRef } from "react";
import { AutoTextArea } from "@/app/(officer)/inbox/composer/auto-text-area";
import { DraftConflict } from "@/app/(officer)/inbox/composer/draft-conflict";
import { DraftState } from "@/app/(officer)/inbox/composer/draft-state";
import { QuickReplies } from "@/app/(officer)/inbox/composer/quick-replies/quick-replies";
import { StandingAnswers } from "@/app/(officer)/inbox/composer/standing-answers/standing-answers";
import { SpacedStatus } from "@/app/(officer)/inbox/group/spaced-status";
import { keyOf } from "@/app/(officer)/inbox/keyboard/keys";
import { Keys } from "@/app/(officer)/inbox/keyboard/keys-shown";
import { runCommand } from "@/app/(officer)/inbox/keyboard/run-command";
import { SendKey } from "@/app/(officer)/inbox/keyboard/send-key";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { useComposition } from "@/app/(officer)/inbox/keyboard/use-composition";
import { usePreferences } from "@/app/(officer)/preferences-provider";
import { Button } from "@/components/ui/button";
import { lazyPart } from "@/components/ui/lazy-part";
import { Segmented } from "@/components/ui/segmented";
import type { ClusterView } from "@/lib/clusters/queries";
import { MAX_DRAFT_LENGTH } from "@/lib/drafts/rules";
import { splitReply } from "@/lib/replies/rules";
import { GroupProblem, UndoSent } from "./group-notices";
import { GroupPromise } from "./group-promise";
import { GroupSuggested } from "./group-suggested";
import type { GroupAnswerDesk } from "./use-group-answer";

const loadRecipients = () => import("./recipients").then(({ Recipients }) => Recipients);
const Recipients = lazyPart(loadRecipients);

type Props = { cluster: ClusterView; desk: GroupAnswerDesk };

/** Where the officer writes to all of them: one text, first shown with whom it reaches, then sent. */
export function GroupComposer({ cluster, desk }: Props) {
  const t = useTranslations("group.answer");
  const composer = useTranslations("composer");
  const kinds = useTranslations("replyKinds");
  const { preferences, bindings } = usePreferences();
  const field = useRef<HTMLTextAreaElement>(null);
  const composition = useComposition();
  const { words, plan, busy, change, draft } = desk;
  const write = () => {
    field.current?.focus();
    void loadRecipients();
  };
  useCommand("reply", write);
  useCommand("answerGroup", write);
  const takeIn = () => {
    desk.takeInLate();
    field.current?.focus();
  };
  useCommand("takeInLate", takeIn);
  // The words come back into a field that was empty a moment ago.
  const corrects = words.seen.corrects?.id;
  useEffect(() => {
    if (corrects) field.current?.focus();
  }, [corrects]);

  // Sent by a button that rests now: the way back is this field's key.
  const sendAfter = desk.undoable?.sendAfterAt.getTime();
  useEffect(() => {
    if (sendAfter) field.current?.focus();
  }, [sendAfter]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || composition.blocks(event)) return;
    const key = keyOf(event.nativeEvent);
    if (key === "Ctrl+Z" && !event.repeat && desk.undoable && words.text === "") {
      event.preventDefault();
      return void desk.takeBack();
    }
    if (key === "Escape") {
      event.preventDefault();
      if (!plan) return runCommand("openGroup");
      desk.unplan();
      return field.current?.focus();
    }
    const isPlainEnter = key === "Enter" && preferences.enterSends && event.target === field.current;
    if (!isPlainEnter && key !== bindings.send) return;
    event.preventDefault();
    if (!event.repeat) void desk.proceed();
  }

  function press({ detail }: MouseEvent) {
    // The second click of a double one would send what nobody has looked at.
    if (detail <= 1) void desk.proceed();
  }

  const parts = splitReply(words.text).length;
  // The variables stay open: each recipient's are filled in on the way.
  const place = { id: cluster.summary.id, accountId: cluster.summary.accountId, facts: () => null };
  const first = cluster.members[0];
  const isBlank = words.text.trim() === "";
  return (
    <section
      aria-label={t("label")}
      onKeyDown={onKeyDown}
      className="flex max-h-[62dvh] min-w-0 flex-col border-line border-t bg-panel px-4 pt-2.5 pb-3.5 md:px-[22px] short:max-h-[56dvh] short:pt-1.5 short:pb-1.5"
    >
      <div className="-mx-1 min-h-0 overflow-y-auto px-1 pb-1">
        <GroupProblem desk={desk} />
        {draft.other ? <DraftConflict other={draft.other} keeping={draft} onChosen={() => field.current?.focus()} /> : null}
        <Suspense>{plan ? <Recipients cluster={cluster} desk={desk} plan={plan} /> : null}</Suspense>
        <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-2">
          {words.seen.corrects ? (
            <span className="font-semibold text-soon">{t("correcting", { count: words.seen.corrects.reached })}</span>
          ) : (
            <Segmented
              label={composer("kind")}
              segments={(["answer", "interim"] as const).map((kind) => ({ value: kind, label: kinds(kind) }))}
              value={words.kind === "interim" ? "interim" : "answer"}
              onChange={(kind) => change({ kind })}
              disabled={busy}
            />
          )}
          {words.kind === "interim" ? <GroupPromise cluster={cluster} desk={desk} /> : null}
          <SpacedStatus text={desk.late.length > 0 ? t("late", { count: desk.late.length }) : ""} />
          {desk.late.length > 0 ? (
            <span className="flex items-center gap-2 text-info text-sm">
              {t("late", { count: desk.late.length })}
              <Button size="small" onClick={takeIn}>
                {t("takeIn")}
                {bindings.takeInLate ? (
                  <span aria-hidden="true" className="flex gap-1 max-md:hidden">
                    <Keys keys={bindings.takeInLate} />
                  </span>
                ) : null}
              </Button>
            </span>
          ) : null}
        </div>
        {isBlank && first ? <GroupSuggested groupId={cluster.summary.id} questionId={first.id} /> : null}
        <AutoTextArea
          ref={field}
          label={t("text")}
          placeholder={t("placeholder", { count: desk.recipients })}
          value={words.text}
          busy={busy}
          maxLength={MAX_DRAFT_LENGTH}
          onChange={(text) => change({ text })}
          {...composition.handlers}
        />
      </div>
      <div className="mt-1.5 flex min-h-9 flex-wrap items-center gap-x-3 gap-y-2 text-ink-3 text-sm">
        <QuickReplies field={field} place={place} />
        <StandingAnswers field={field} asking={{ accountId: place.accountId, questionId: first?.id ?? null }} />
        {isBlank ? (
          <span className="max-md:hidden">{t("variables")}</span>
        ) : (
          <span>{composer("length", { characters: [...words.text.trim()].length, parts })}</span>
        )}
        <UndoSent desk={desk} />
        <DraftState status={draft.status} />
        <span className="flex-1" />
        <span aria-hidden="true" className="flex gap-1 max-md:hidden">
          <SendKey />
        </span>
        <Button tone="primary" busy={busy} disabled={isBlank || draft.other !== null} onClick={press}>
          {plan ? (plan === "correction" ? t("sendCorrection") : t("send", { count: plan.reached })) : t("check")}
        </Button>
      </div>
    </section>
  );
}
