import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { State } from "./states";

const TONES: Record<State, BadgeTone> = {
  over: "late",
  stopped: "late",
  noOwner: "late",
  stale: "soon",
  reviewDue: "soon",
  endsSoon: "soon",
  unpublished: "quiet",
  draft: "info",
  notYet: "quiet",
  columnName: "quiet",
  inForce: "ok",
};
/** Told apart by shape and word before colour. */
const SHAPES: Record<State, string> = {
  over: "●",
  stopped: "●",
  noOwner: "●",
  stale: "◐",
  reviewDue: "◐",
  endsSoon: "◐",
  unpublished: "□",
  draft: "□",
  notYet: "○",
  columnName: "≡",
  inForce: "○",
};

/** Everything that is to be said of one, in words. */
export function StateBadges({ states }: { states: readonly State[] }) {
  const t = useTranslations("standingAnswers.states");
  return states.map((state) => (
    <Badge key={state} tone={TONES[state]}>
      <span aria-hidden>{SHAPES[state]} </span>
      {t(state)}
    </Badge>
  ));
}
