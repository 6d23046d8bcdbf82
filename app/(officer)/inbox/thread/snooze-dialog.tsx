"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useZone } from "@/app/(officer)/account-clocks";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { instantOf } from "@/app/(officer)/local-moment";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { MAX_SNOOZE_DAYS } from "@/lib/questions/rules";
import { after, DAY, HOUR } from "@/lib/time/rules";
import { wallClock } from "@/lib/time/zones";

/** Until an hour of the officer's own choice, at most thirty days ahead. */
export function SnoozeDialog({ onSnooze, onClose }: { onSnooze: (until: Date) => void; onClose: () => void }) {
  const t = useTranslations("together.snooze");
  const common = useTranslations("common");
  const { serverNow } = useInbox();
  const zone = useZone();
  const [typed, setTyped] = useState(() => wallClock(after(serverNow(), 2 * HOUR), zone));
  const [tried, setTried] = useState(false);
  const until = instantOf(typed, zone);
  const isRight = until !== null && until > serverNow() && until <= after(serverNow(), MAX_SNOOZE_DAYS * DAY);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isRight) return;
    onSnooze(until);
    onClose();
  }

  return (
    <Dialog open title={t("ownTitle")} closeLabel={common("close")} onClose={onClose}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        <Field label={t("ownLabel")} hint={t("ownHint")} error={tried && !isRight ? t("wrong", { days: MAX_SNOOZE_DAYS }) : undefined}>
          {(wiring) => <TextInput {...wiring} type="datetime-local" value={typed} onChange={(event) => setTyped(event.target.value)} />}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" tone="primary">
            {t("submit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
