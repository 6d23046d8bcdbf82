"use client";

import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Suspense, useRef, useState } from "react";
import { useZone } from "@/app/(officer)/account-clocks";
import { snoozeAction, wakeAction } from "@/app/(officer)/inbox/actions";
import { useInbox, useNow } from "@/app/(officer)/inbox/feed/state";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { snoozeTimes } from "@/app/(officer)/inbox/queue/snooze-times";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import type { Run } from "@/app/(officer)/inbox/use-run";
import { lazyPart } from "@/components/ui/lazy-part";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import { toast } from "@/components/ui/toast";
import type { QuestionRow } from "@/lib/questions/queries";
import { isSnoozed } from "@/lib/questions/views";
import { SECOND } from "@/lib/time/rules";

type Props = { question: QuestionRow; running: boolean; run: Run };

const SnoozeDialog = lazyPart(() => import("./snooze-dialog").then(({ SnoozeDialog }) => SnoozeDialog));

/** 稍后: until when a question stays out of the waiting list; it is back before something is owed, and with the resident's next words. */
export function SnoozeControl({ question, running, run }: Props) {
  const t = useTranslations("together.snooze");
  const times = useTranslations("bulk.times");
  const { seenVersion: threadVersion } = useInbox();
  const { moment } = useDates();
  const now = useNow();
  const zone = useZone();
  const around = useRef<HTMLDivElement>(null);
  const [choosing, setChoosing] = useState(false);
  const questionId = question.id;
  const sleeps = isSnoozed(question, now) ? question.snoozedUntil : null;

  async function snooze(asked: Date) {
    const done = await run(() => snoozeAction({ questionId, threadVersion, until: asked }));
    if (!done) return;
    const { until } = done.value;
    const isSooner = asked.getTime() - until.getTime() > SECOND;
    toast(t(isSooner ? "sooner" : "done", { at: moment(until) }), { action: { label: t("undo"), run: () => void wake() } });
  }
  const wake = async () => {
    if (await run(() => wakeAction({ questionId }))) toast(t("woken"));
  };
  useCommand("snooze", () => around.current?.querySelector<HTMLElement>("[aria-haspopup=menu]")?.click());
  useCommand("wake", () => {
    if (sleeps && !running) void wake();
  });

  return (
    <div ref={around}>
      <Menu
        button={
          <>
            <Clock size={15} aria-hidden />
            {sleeps ? t("until", { at: moment(sleeps) }) : t("menu")}
          </>
        }
      >
        {sleeps ? <MenuItem onSelect={() => void wake()}>{t("wake")}</MenuItem> : null}
        {snoozeTimes(now, zone).map(({ key, at }) => (
          <MenuItem key={key} onSelect={() => void snooze(at)}>
            <span className="flex-1">{times(key)}</span>
            <span className="text-ink-3 text-sm">{moment(at)}</span>
          </MenuItem>
        ))}
        <MenuItem onSelect={() => setChoosing(true)}>{t("own")}</MenuItem>
      </Menu>
      {choosing ? (
        <Suspense>
          <SnoozeDialog onSnooze={(until) => void snooze(until)} onClose={() => setChoosing(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
