"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { type OpenThread, useInbox } from "@/app/(officer)/inbox/feed/state";
import { adoptAction } from "@/app/(officer)/inbox/group/actions";
import { loadVoices } from "@/app/(officer)/inbox/group/loaders";
import { useRead } from "@/app/(officer)/inbox/group/use-read";
import { Keys } from "@/app/(officer)/inbox/keyboard/keys-shown";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { newId } from "@/app/(officer)/inbox/new-id";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { useRun } from "@/app/(officer)/inbox/use-run";
import { usePreferences } from "@/app/(officer)/preferences-provider";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { QuestionRow } from "@/lib/questions/queries";

const NOTHING = { others: [], offer: null };

type Props = { open: OpenThread; question: QuestionRow; clusterId: string; text: string };

/** What the matter was answered already: one key sends it to one who came later, and other words than a colleague's are seen before they go. */
export function GroupVoices({ open, question, clusterId, text }: Props) {
  const t = useTranslations("group.voices");
  const { moment } = useDates();
  const { bindings } = usePreferences();
  const { seenVersion = open.view.version } = useInbox();
  const { running, run } = useRun(open.view.id);
  // An offer comes and goes while the thread is open.
  const about = `${clusterId} ${question.id} ${question.offeredId}`;
  const { others, offer: offered } = useRead(about, () => loadVoices({ clusterId, questionId: question.id })) ?? NOTHING;
  // What is on its way to the resident is offered again only when it was taken back.
  const isAnswering = open.view.messages.some(({ reply }) => reply?.status === "queued" || reply?.status === "sending");
  const offer = isAnswering ? null : offered;
  const replyId = useRef(newId());

  async function adopt() {
    if (!offer || running) return;
    const sent = await run(() => adoptAction({ questionId: question.id, threadVersion: seenVersion, replyId: replyId.current }));
    replyId.current = newId();
    if (sent) toast(t("adopted"), { about: "group" });
  }
  useCommand("adoptAnswer", () => void adopt());
  const said = text.trim();
  const differing = said === "" ? [] : others.filter((other) => other.text.trim() !== said).slice(0, 2);
  if (!offer && differing.length === 0) return null;
  return (
    <section aria-label={t("label")} className="mb-2 flex max-h-[22dvh] flex-col gap-1.5 overflow-y-auto text-sm">
      {offer && said === "" ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg bg-sel px-3 py-1.5">
          <p className="min-w-0 flex-[1_1_16rem]">
            <span className="text-info">{t("offer", { name: offer.officer.name, at: moment(offer.writtenAt) })}</span>{" "}
            <span className="whitespace-pre-wrap">{offer.text}</span>
          </p>
          <Button size="small" busy={running} onClick={() => void adopt()}>
            {t("adopt")} {bindings.adoptAnswer ? <Keys keys={bindings.adoptAnswer} /> : null}
          </Button>
        </div>
      ) : null}
      {differing.map((other) => (
        <p key={other.text} className="rounded-lg bg-soon-bg px-3 py-1.5" role="status">
          <span className="font-semibold text-soon">
            {t("other", { name: other.officer.name, at: moment(other.sentAt), count: other.times })}
          </span>{" "}
          <span className="whitespace-pre-wrap">{other.text}</span>
        </p>
      ))}
    </section>
  );
}
