"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { Period } from "@/lib/reports/rules";
import { reportParams } from "@/lib/reports/schema";
import { type Problem, problemOf } from "./address";

type Props = { open: boolean; period: Period; today: string; onClose(): void; onChoose(period: Period): void };

/** Days of one's own: the first and the last one, both counted. */
export function OwnPeriodDialog({ open, period, today, onClose, onChoose }: Props) {
  const t = useTranslations("reports.ownPeriod");
  const common = useTranslations("common");
  return (
    <Dialog open={open} title={t("title")} closeLabel={common("close")} onClose={onClose}>
      <OwnPeriodForm period={period} today={today} onChoose={onChoose} />
    </Dialog>
  );
}

function OwnPeriodForm({ period, today, onChoose }: Pick<Props, "period" | "today" | "onChoose">) {
  const t = useTranslations("reports.ownPeriod");
  const problems = useTranslations("reports.problems");
  const [from, setFrom] = useState(period.from);
  const [to, setTo] = useState(period.to);
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const parsed = reportParams.safeParse({ from, to });
        if (parsed.success) onChoose({ from, to });
        else setProblem(problemOf(parsed.error.issues));
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("from")}>
          {(wiring) => <TextInput {...wiring} type="date" value={from} max={today} onChange={(event) => setFrom(event.target.value)} />}
        </Field>
        <Field label={t("to")} error={problem ? problems(problem) : undefined}>
          {(wiring) => <TextInput {...wiring} type="date" value={to} max={today} onChange={(event) => setTo(event.target.value)} />}
        </Field>
      </div>
      <div>
        <Button type="submit" tone="primary">
          {t("show")}
        </Button>
      </div>
    </form>
  );
}
