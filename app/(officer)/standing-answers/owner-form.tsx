"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/app/(officer)/roster/use-act";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { TEXT_BOX } from "@/components/ui/text-input";
import type { StandingAnswer } from "@/lib/standing-answers/queries";
import { setOwnerAction } from "./actions";

type Props = { answer: StandingAnswer; people: readonly { id: string; name: string }[] };

/** Who keeps it up to date. Whoever has left can still be seen here, and no longer chosen. */
export function OwnerForm({ answer, people }: Props) {
  const t = useTranslations("standingAnswers");
  const { busy, wrong, act } = useAct();
  const [ownerId, setOwnerId] = useState(answer.owner.id);
  const isGone = !people.some(({ id }) => id === answer.owner.id);
  const chosen = people.find(({ id }) => id === ownerId);
  return (
    <div className="flex flex-col gap-3">
      <Field label={t("owner")} error={isGone && t("ownerGone", { name: answer.owner.name })}>
        {(wiring) => (
          <select
            {...wiring}
            value={ownerId}
            onChange={({ target }) => setOwnerId(target.value)}
            className={`h-9 max-w-[16rem] ${TEXT_BOX}`}
          >
            {isGone ? <option value={answer.owner.id}>{answer.owner.name}</option> : null}
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div>
        <FormAlert>{wrong}</FormAlert>
        <Button
          busy={busy || !chosen || ownerId === answer.owner.id}
          onClick={() =>
            void act(() => setOwnerAction({ standingAnswerId: answer.id, ownerId }), t("ownerSet", { name: chosen?.name ?? "" }))
          }
        >
          {t("setOwner")}
        </Button>
      </div>
    </div>
  );
}
