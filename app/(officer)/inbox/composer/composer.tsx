"use client";

import { useTranslations } from "next-intl";
import { Suspense, useState } from "react";
import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import { leaveCommand } from "@/app/(officer)/inbox/keyboard/run-command";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { currentQuestion } from "@/app/(officer)/inbox/thread/current-question";
import { lazyPart } from "@/components/ui/lazy-part";
import { Segmented } from "@/components/ui/segmented";
import { statusOf } from "@/lib/questions/rules";
import { ColleagueNote } from "./colleague-note";
import { ReplyForm } from "./reply-form";
import type { ReplyDesk } from "./use-reply";

const GroupVoices = lazyPart(() => import("./group-voices").then(({ GroupVoices }) => GroupVoices));

type Props = { open: OpenThread; officer: { id: string; name: string }; desk: ReplyDesk };
/** What is being written; a new object whenever a key asks for the text field. */
export type Writing = { form: "reply" | "note"; focus: boolean };

const FORMS = ["answer", "interim", "ask", "note"] as const;
const NoteForm = lazyPart(() => import("./notes/note-form").then(({ NoteForm }) => NoteForm));

/** Where the officer writes: to the resident, or to colleagues what the resident never sees. */
export function Composer({ open, officer, desk }: Props) {
  const t = useTranslations("composer");
  const kinds = useTranslations("replyKinds");
  const notes = useTranslations("together.note");
  const [writing, setWriting] = useState<Writing>({ form: "reply", focus: false });
  const isNote = writing.form === "note";
  const question = currentQuestion(open.questions);
  const matter = question && statusOf(question) === "open" ? question : null;
  useCommand("reply", () => setWriting({ form: "reply", focus: true }));
  useCommand("note", () => setWriting({ form: "note", focus: true }));
  const giveToReply = (command: "quickReply" | "standingAnswer") => () => {
    if (!isNote) return;
    leaveCommand(command, open.view.id);
    setWriting({ form: "reply", focus: true });
  };
  useCommand("quickReply", giveToReply("quickReply"));
  useCommand("standingAnswer", giveToReply("standingAnswer"));

  const forms = (
    <Segmented
      label={t("kind")}
      segments={FORMS.map((form) => ({ value: form, label: form === "note" ? notes("form") : kinds(form) }))}
      value={isNote ? "note" : desk.draft.kind}
      onChange={(form) => {
        setWriting({ form: form === "note" ? "note" : "reply", focus: false });
        if (form !== "note") desk.change({ kind: form });
      }}
      disabled={desk.sending}
    />
  );
  return (
    <div
      className={`flex max-h-[62dvh] min-w-0 flex-col border-t px-4 pt-2.5 pb-3.5 md:px-[22px] short:max-h-[50dvh] short:pt-1.5 short:pb-1.5 ${isNote ? "border-note-mark bg-note" : "border-line bg-panel"}`}
    >
      <ColleagueNote open={open} officerId={officer.id} />
      {matter?.clusterId && !isNote ? (
        <Suspense>
          <GroupVoices key={matter.id} open={open} question={matter} clusterId={matter.clusterId} text={desk.draft.text} />
        </Suspense>
      ) : null}
      {isNote ? (
        <Suspense fallback={forms}>
          <NoteForm threadId={open.view.id} forms={forms} writing={writing} onLeave={() => setWriting({ form: "reply", focus: true })} />
        </Suspense>
      ) : (
        <ReplyForm open={open} officer={officer} desk={desk} forms={forms} writing={writing} />
      )}
    </div>
  );
}
