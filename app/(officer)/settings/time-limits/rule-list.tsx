"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Policy } from "@/lib/sla/schema";
import { isFor, isMovable, MAX_RULES, withMovedRule, withNewRule, withoutRule, withRule } from "./policy-draft";
import { RuleCard } from "./rule-card";
import type { FaultWords } from "./use-fault-words";
import { usePolicyWords } from "./use-policy-words";

type Props = { policy: Policy; faults: ReadonlyMap<string, unknown>; faultAt: FaultWords; onChange: (policy: Policy) => void };

/** The rules in the order in which they are looked at. The focus goes along with the rule that moves. */
export function RuleList({ policy, faults, faultAt, onChange }: Props) {
  const t = useTranslations("timeLimits");
  const words = usePolicyWords();
  const list = useRef<HTMLOListElement>(null);
  const [open, setOpen] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const [focus, setFocus] = useState<{ place: number; on: "up" | "down" | "toggle" } | null>(null);
  useEffect(() => {
    if (focus) list.current?.querySelector<HTMLElement>(`[data-rule="${focus.place}"] [data-on="${focus.on}"]`)?.focus();
  }, [focus]);

  function move(place: number, by: 1 | -1) {
    const moved = withMovedRule(policy, place, by);
    if (moved === policy) return;
    onChange(moved);
    setOpen(open === place ? place + by : open === place + by ? place : open);
    setFocus({ place: place + by, on: by < 0 ? "up" : "down" });
    setSaid(t("moved", { place: place + by + 1 }));
  }

  function add() {
    const place = policy.rules.length - 1;
    onChange(withNewRule(policy));
    setOpen(place);
    setFocus({ place, on: "toggle" });
  }

  function remove(place: number) {
    onChange(withoutRule(policy, place));
    setOpen(null);
    setFocus({ place, on: "toggle" });
    setSaid(t("removed", { place: place + 1 }));
  }

  return (
    <>
      <ol ref={list} className="flex flex-col gap-2">
        {[...policy.rules.entries()].map(([place, rule]) => {
          const twin = policy.rules.findIndex((other) => isFor(other) === isFor(rule));
          return (
            <li key={place} data-rule={place} className="rounded-lg border border-line">
              <RuleCard
                rule={rule}
                place={place}
                isLast={place === policy.rules.length - 1}
                movable={{ up: isMovable(policy, place) && place > 0, down: isMovable(policy, place + 1) }}
                isOpen={open === place}
                note={twin < place ? t("neverUsed", { place: twin + 1 }) : null}
                isFaulty={[...faults.keys()].some((path) => path.startsWith(`rules.${place}.`))}
                faultAt={(path, ...range) => faultAt(`rules.${place}.${path}`, ...range)}
                onToggle={() => setOpen(open === place ? null : place)}
                onMove={(by) => move(place, by)}
                onRemove={() => remove(place)}
                onChange={(change) => onChange(withRule(policy, place, change))}
                words={words}
              />
            </li>
          );
        })}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
      {policy.rules.length < MAX_RULES ? (
        <Button size="small" onClick={add} className="mt-3">
          <Plus size={16} aria-hidden />
          {t("addRule")}
        </Button>
      ) : null}
    </>
  );
}
