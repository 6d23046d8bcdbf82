"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormAlert } from "@/components/ui/form-alert";
import { Segmented } from "@/components/ui/segmented";
import { ASSIGNMENTS, type SetAssignment } from "@/lib/shifts/schema";
import { setAssignmentAction } from "./actions";
import { useAct } from "./use-act";

type Assignment = SetAssignment["assignment"];
type Props = { accountId: string; assignment: Assignment; isEditor: boolean };

/** How new questions find somebody; supervisors choose. */
export function AssignmentChoice({ accountId, assignment, isEditor }: Props) {
  const t = useTranslations("roster.assignment");
  const { busy, wrong, act } = useAct();
  const [chosen, setChosen] = useState(assignment);
  async function choose(next: Assignment) {
    setChosen(next);
    if (!(await act(() => setAssignmentAction({ accountId, assignment: next }), t("saved")))) setChosen(assignment);
  }
  return (
    <section aria-labelledby="assignment-title" className="rounded-xl border border-line bg-panel p-4">
      <h2 id="assignment-title" className="font-semibold text-lg">
        {t("title")}
      </h2>
      <FormAlert>{wrong}</FormAlert>
      <div className="mt-2">
        <Segmented
          label={t("title")}
          segments={ASSIGNMENTS.map((value) => ({ value, label: t(value) }))}
          value={chosen}
          onChange={(value) => void choose(value)}
          disabled={!isEditor || busy}
        />
      </div>
      <p className="mt-2 max-w-[40em] text-ink-2 text-sm">
        {t(`hints.${chosen}`)}
        {!isEditor && ` ${t("byOthers")}`}
      </p>
    </section>
  );
}
