"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { instantOf } from "@/app/(officer)/local-moment";
import { Field } from "@/components/ui/field";
import { TEXT_BOX } from "@/components/ui/text-input";
import { explainDuty, QUESTION_KINDS, type QuestionKind, type ResponseClock } from "@/lib/sla/rules";
import { answerClock, promiseLimit, startClock, type Terms } from "@/lib/sla/terms";
import { wallClock } from "@/lib/time/zones";
import { useMoment } from "./use-moment";

type Props = {
  now: Date;
  timeZone: string;
  /** Its own name, where nothing above it says it. */
  title?: string;
  /** What would hold at an instant if that which is written here were saved; null while it is not right. */
  termsAt: ((at: Date) => Terms) | null;
};

/** Tries a message's time against the limits as they stand on the page: when an answer would be due, and how that was made. */
export function Tester({ now, timeZone, title, termsAt }: Props) {
  const t = useTranslations("limits");
  const kinds = useTranslations("questionKinds");
  const id = useId();
  const [moment, setMoment] = useState(() => wallClock(now, timeZone));
  const [kind, setKind] = useState<QuestionKind>("inquiry");
  const [urgent, setUrgent] = useState(false);
  const at = instantOf(moment, timeZone);

  return (
    <section aria-label={t("tester")} className="rounded-lg bg-raise p-3">
      {title ? <h3 className="font-semibold">{title}</h3> : null}
      <p className="text-ink-3 text-sm">{t("testerHint")}</p>
      <div className="mt-2 flex flex-wrap items-end gap-x-4 gap-y-2">
        <Field label={t("received")}>
          {(wiring) => (
            <input
              {...wiring}
              type="datetime-local"
              value={moment}
              onChange={(event) => setMoment(event.target.value)}
              className={`h-9 ${TEXT_BOX}`}
            />
          )}
        </Field>
        <Field label={t("kind")}>
          {(wiring) => (
            <select
              {...wiring}
              value={kind}
              onChange={(event) => setKind(event.target.value as QuestionKind)}
              className={`h-9 ${TEXT_BOX}`}
            >
              {QUESTION_KINDS.map((one) => (
                <option key={one} value={one}>
                  {kinds(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <label htmlFor={id} className="flex min-h-9 items-center gap-2">
          <input
            id={id}
            type="checkbox"
            checked={urgent}
            onChange={(event) => setUrgent(event.target.checked)}
            className="size-4 accent-action"
          />
          {t("urgent")}
        </label>
      </div>
      <div role="status" className="mt-2 min-h-6">
        {termsAt === null ? (
          <p className="text-ink-3">{t("testerWaits")}</p>
        ) : at === null ? (
          <p className="text-danger">{t("momentMissing")}</p>
        ) : (
          <Outcome terms={termsAt(at)} asked={{ at, kind, urgent }} />
        )}
      </div>
    </section>
  );
}

function Outcome({ terms, asked }: { terms: Terms; asked: { at: Date; kind: QuestionKind; urgent: boolean } }) {
  const t = useTranslations("limits");
  const say = useTranslations();
  const moment = useMoment(terms.timeZone);
  const { key, values } = explained(terms, asked);
  const { answerDueAt } = answerClock(terms, asked);
  return (
    <>
      <p className="font-semibold" suppressHydrationWarning>
        {t("due", { at: moment(values.at) })}
      </p>
      <p className="text-ink-2" suppressHydrationWarning>
        {say(key, { ...values, from: moment(values.from), counted: moment(values.counted), at: moment(values.at) })}
      </p>
      <p className="text-ink-3 text-sm" suppressHydrationWarning>
        {answerDueAt ? t("answerUntil", { at: moment(answerDueAt) }) : t("noAnswerUntil")}
      </p>
      <p className="text-ink-3 text-sm" suppressHydrationWarning>
        {t("promiseUntil", { at: moment(promiseLimit(terms, asked)) })}
      </p>
    </>
  );
}

/** In the words of the queue's own clock, so that the two can't disagree. */
function explained(terms: Terms, asked: { at: Date; kind: QuestionKind; urgent: boolean }) {
  const { dueAt, targetMinutes, countedFrom } = startClock(terms, asked);
  const clock: ResponseClock = {
    ...{ openedAt: asked.at, targetMinutes, countedFrom, dueAt, firstRepliedAt: null, waitingSince: null, nextMinutes: null },
    ...{ nextCountedFrom: null, nextDueAt: null, promisedAt: null, answeredAt: null, closedAt: null },
    ...{ answerMinutes: null, answerDueAt: null, answerPausedMinutes: 0 },
  };
  return explainDuty(clock, { milestone: "firstResponse", at: dueAt });
}
