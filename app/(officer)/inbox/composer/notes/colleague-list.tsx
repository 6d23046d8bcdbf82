"use client";

import { useTranslations } from "next-intl";
import type { Colleague } from "@/lib/officers/queries";

type Props = { id: string; people: readonly Colleague[]; chosen: number; onChoose: (person: Colleague) => void };

export const optionId = (list: string, place: number) => `${list}-${place}`;

/** Whom a note may name; the text field keeps the focus and moves the choice. */
export function ColleagueList({ id, people, chosen, onChoose }: Props) {
  const t = useTranslations("together.note");
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t("colleagues")}
      className="mb-1.5 max-h-40 overflow-y-auto rounded-lg border border-line bg-panel p-1 shadow-float"
    >
      {people.map((person, place) => (
        <div
          key={person.id}
          id={optionId(id, place)}
          role="option"
          tabIndex={-1}
          aria-selected={place === chosen}
          className="flex min-h-8 cursor-pointer items-center rounded-md px-2.5 hover:bg-line-2 aria-selected:bg-sel"
          // Before the field loses the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(person);
          }}
        >
          {person.name}
          <span className="ml-2 text-ink-3 text-sm">{person.login}</span>
        </div>
      ))}
    </div>
  );
}
