"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef } from "react";
import { useColleagues } from "@/app/(officer)/inbox/feed/use-colleagues";
import { Field } from "@/components/ui/field";
import { placeBeside } from "@/components/ui/place-beside";
import { TEXT_BOX } from "@/components/ui/text-input";
import { sortsOf } from "@/lib/questions/address";
import { QUESTION_STATUSES, type QueueFilter, type QueueQuery, WINDOW_FILTERS } from "@/lib/questions/rules";
import { QUESTION_KINDS } from "@/lib/sla/rules";

type Props = {
  query: QueueQuery;
  accounts: readonly { id: string; name: string }[];
  anchor: RefObject<HTMLButtonElement | null>;
  onQuery(query: QueueQuery): void;
  onClose(): void;
};
type Option = { value: string; label: string };

/** What of the view is shown and in which order; each choice holds at once. Esc or a click beside it closes, and the focus goes back. */
export function FilterPanel({ query, accounts, anchor, onQuery, onClose }: Props) {
  const t = useTranslations("filter");
  const kinds = useTranslations("questionKinds");
  const states = useTranslations("questionStatuses");
  const colleagues = useColleagues(true);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!panel.current || !anchor.current) return;
    placeBeside(anchor.current, panel.current, "start");
    panel.current.showPopover();
    panel.current.querySelector("select")?.focus();
  }, [anchor]);

  const { view, filter, sort } = query;
  const choose = (name: keyof QueueFilter, value: string) =>
    onQuery({ ...query, filter: { ...filter, [name]: value === "" ? undefined : value } as QueueFilter });
  const people = (colleagues ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const fields: { name: keyof QueueFilter; options: Option[]; shown: boolean }[] = [
    { name: "accountId", options: accounts.map(({ id, name }) => ({ value: id, label: name })), shown: accounts.length > 1 },
    { name: "kind", options: QUESTION_KINDS.map((kind) => ({ value: kind, label: kinds(kind) })), shown: true },
    {
      name: "assignee",
      options: [{ value: "me", label: t("assignees.me") }, { value: "none", label: t("assignees.none") }, ...people],
      shown: view !== "mine",
    },
    { name: "window", options: WINDOW_FILTERS.map((window) => ({ value: window, label: t(`windows.${window}`) })), shown: true },
    { name: "state", options: QUESTION_STATUSES.map((state) => ({ value: state, label: states(state) })), shown: view === "all" },
  ];
  return (
    <div
      ref={panel}
      popover="auto"
      role="dialog"
      aria-label={t("open")}
      onToggle={(event) => {
        if (event.newState === "open") return;
        anchor.current?.focus();
        onClose();
      }}
      className="w-64 overflow-auto rounded-lg border border-line bg-panel p-4 text-ink shadow-float"
    >
      <div className="flex flex-col gap-3">
        {fields
          .filter(({ shown }) => shown)
          .map(({ name, options }) => (
            <Choice
              key={name}
              label={t(`names.${name}`)}
              value={filter[name] ?? ""}
              options={[{ value: "", label: t("any") }, ...options]}
              onChoose={(value) => choose(name, value)}
            />
          ))}
        <Choice
          label={t("order")}
          value={sort}
          options={sortsOf(view).map((known) => ({ value: known, label: t(`sorts.${known}`) }))}
          onChoose={(value) => onQuery({ ...query, sort: sortsOf(view).find((known) => known === value) ?? sort })}
        />
      </div>
    </div>
  );
}

type ChoiceProps = { label: string; value: string; options: readonly Option[]; onChoose(value: string): void };

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <Field label={label}>
      {(wiring) => (
        <select {...wiring} value={value} onChange={(event) => onChoose(event.target.value)} className={`h-9 w-full ${TEXT_BOX}`}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
