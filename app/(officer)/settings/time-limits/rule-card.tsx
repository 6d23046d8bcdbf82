"use client";

import { ArrowDown, ArrowUp, ChevronDown, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import type { PolicyRule } from "@/lib/sla/schema";
import { RuleScope } from "./rule-scope";
import { RuleTerms } from "./rule-terms";
import type { FaultWords } from "./use-fault-words";
import type { usePolicyWords } from "./use-policy-words";

type Props = {
  rule: PolicyRule;
  place: number;
  isLast: boolean;
  movable: { up: boolean; down: boolean };
  isOpen: boolean;
  /** Why it never holds. */
  note: string | null;
  isFaulty: boolean;
  /** Paths within the rule. */
  faultAt: FaultWords;
  onToggle: () => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
  onChange: (change: Partial<PolicyRule>) => void;
  words: ReturnType<typeof usePolicyWords>;
};

const ICON = "grid size-8 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-line-2 hover:text-ink aria-disabled:opacity-40";

/** One rule: whom it is for and what it owes in a line, and all of it to change when opened. */
export function RuleCard({
  rule,
  place,
  isLast,
  movable,
  isOpen,
  note,
  isFaulty,
  faultAt,
  onToggle,
  onMove,
  onRemove,
  onChange,
  words,
}: Props) {
  const t = useTranslations("timeLimits");
  const id = useId();
  const name = words.isFor(rule);
  return (
    <>
      <div className="flex items-start gap-1 p-2">
        <button
          type="button"
          data-on="toggle"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onToggle}
          className="flex min-h-8 min-w-0 flex-1 items-start gap-2 rounded-md px-1 text-left hover:bg-line-2"
        >
          <ChevronDown size={16} aria-hidden className={`mt-1.5 shrink-0 text-ink-3 transition-transform ${isOpen ? "" : "-rotate-90"}`} />
          <span className="min-w-0 py-0.5">
            <span className="font-semibold">
              {place + 1}. {isLast && place > 0 ? t("everythingElse") : name}
            </span>
            <span className="block text-ink-2 text-sm">{words.owes(rule)}</span>
            {isFaulty && !isOpen ? <span className="block text-danger text-sm">{t("ruleFaulty")}</span> : null}
            {note ? <span className="block text-soon text-sm">{note}</span> : null}
          </span>
        </button>
        {isLast ? null : (
          <>
            <MoveButton on="up" name={name} isPossible={movable.up} onMove={() => onMove(-1)} />
            <MoveButton on="down" name={name} isPossible={movable.down} onMove={() => onMove(1)} />
            <button type="button" aria-label={t("removeRule", { rule: name })} onClick={onRemove} className={ICON}>
              <Trash2 size={16} aria-hidden />
            </button>
          </>
        )}
      </div>
      <div id={id} hidden={!isOpen} className="flex flex-col gap-4 border-line border-t p-3">
        {isLast ? <p className="text-ink-2 text-sm">{t("lastHint")}</p> : <RuleScope rule={rule} faultAt={faultAt} onChange={onChange} />}
        <RuleTerms rule={rule} faultAt={faultAt} duration={words.duration} onChange={onChange} />
      </div>
    </>
  );
}

type MoveProps = { on: "up" | "down"; name: string; isPossible: boolean; onMove: () => void };

/** Keeps the focus where it can go no further. */
function MoveButton({ on, name, isPossible, onMove }: MoveProps) {
  const t = useTranslations("timeLimits");
  const Arrow = on === "up" ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      data-on={on}
      aria-label={t(`move.${on}`, { rule: name })}
      aria-disabled={!isPossible || undefined}
      onClick={isPossible ? onMove : undefined}
      className={ICON}
    >
      <Arrow size={16} aria-hidden />
    </button>
  );
}
