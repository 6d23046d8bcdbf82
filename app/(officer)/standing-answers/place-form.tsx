"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAct } from "@/app/(officer)/roster/use-act";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { TEXT_BOX, TextInput } from "@/components/ui/text-input";
import type { StandingAnswer } from "@/lib/standing-answers/queries";
import { MAX_NAME_LENGTH, MAX_NUMBER } from "@/lib/standing-answers/rules";
import { moveAnswerAction } from "./actions";
import type { Neighbour } from "./categories";

type Props = { answer: StandingAnswer; answers: readonly Neighbour[] };

const COLUMNS = [1, 2, 3];
const ROWS = [0, 1, 2, 3, 4, 5];
const NUMBER = `h-9 w-24 tabular-nums ${TEXT_BOX}`;

/** By what and where residents find it. It belongs to no version: what is saved here holds at once. */
export function PlaceForm({ answer, answers }: Props) {
  const t = useTranslations("standingAnswers");
  const { busy, wrong, act } = useAct();
  const [placed, setPlaced] = useState(() => placeOf(answer));
  const [seen, setSeen] = useState({ answer, placed });
  const write = (change: Partial<typeof placed>) => setPlaced({ ...placed, ...change });
  const { name, number, parentId, position, menu } = placed;
  const isUnchanged = JSON.stringify(placed) === JSON.stringify(seen.placed);
  const isMoved = answer.moves > seen.answer.moves && !isUnchanged;
  // Saved here, or by a colleague before anything was written: simply taken over.
  if (seen.answer !== answer && isUnchanged) {
    setPlaced(placeOf(answer));
    setSeen({ answer, placed: placeOf(answer) });
  }
  const [column, row] = menu.split("-").map(Number);

  async function save(event: FormEvent) {
    event.preventDefault();
    const place = column !== undefined && row !== undefined && menu !== "" ? { column, row } : null;
    const written = { name, number: number === "" ? null : Number(number), parentId: parentId || null, position: Number(position) };
    const input = { standingAnswerId: answer.id, seen: answer.moves, ...written, menu: place };
    if (await act(() => moveAnswerAction(input), t("moved"))) setSeen({ ...seen, placed });
  }

  return (
    <form onSubmit={save} className="flex flex-col gap-3">
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <Field label={t("name")} hint={t("nameHint", { most: MAX_NAME_LENGTH })}>
          {(wiring) => <TextInput {...wiring} required value={name} onChange={({ target }) => write({ name: target.value })} />}
        </Field>
        <Field label={t("number")} hint={t("numberHint", { most: MAX_NUMBER })}>
          {(wiring) => (
            <input
              {...wiring}
              type="number"
              min={1}
              max={MAX_NUMBER}
              value={number}
              onChange={({ target }) => write({ number: target.value })}
              className={NUMBER}
            />
          )}
        </Field>
        <Field label={t("parent")}>
          {(wiring) => (
            <select {...wiring} value={parentId} onChange={({ target }) => write({ parentId: target.value })} className={`h-9 ${TEXT_BOX}`}>
              <option value="">{t("noParent")}</option>
              {answers
                .filter(({ id }) => id !== answer.id)
                .map((other) => (
                  <option key={other.id} value={other.id}>
                    {other.name}
                  </option>
                ))}
            </select>
          )}
        </Field>
        <Field label={t("position")}>
          {(wiring) => (
            <input
              {...wiring}
              type="number"
              required
              min={1}
              max={99}
              value={position}
              onChange={({ target }) => write({ position: target.value })}
              className={NUMBER}
            />
          )}
        </Field>
        <Field label={t("menu")} hint={t("menuHint")}>
          {(wiring) => (
            <select {...wiring} value={menu} onChange={({ target }) => write({ menu: target.value })} className={`h-9 ${TEXT_BOX}`}>
              <option value="">{t("noMenu")}</option>
              {COLUMNS.flatMap((at) => ROWS.map((line) => ({ column: at, row: line }))).map((place) => (
                <option key={`${place.column}-${place.row}`} value={`${place.column}-${place.row}`}>
                  {place.row === 0 ? t("menuColumn", place) : t("menuPlace", place)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div>
        <FormAlert>{wrong}</FormAlert>
        {isMoved ? (
          <p className="mb-2 text-soon text-sm">
            {t("movedTo", { name: answer.name, number: answer.number ?? t("noNumber"), position: answer.position })}
          </p>
        ) : null}
        <Button type="submit" busy={busy}>
          {isMoved ? t("savePlaceOnTop") : t("savePlace")}
        </Button>
      </div>
    </form>
  );
}

/** As fields hold it, "" for none. */
function placeOf({ name, number, parentId, position, menu }: StandingAnswer) {
  return {
    ...{ name, number: String(number ?? ""), parentId: parentId ?? "", position: String(position) },
    menu: menu ? `${menu.column}-${menu.row}` : "",
  };
}
