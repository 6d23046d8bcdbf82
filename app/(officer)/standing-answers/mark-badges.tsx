import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { Mark } from "./states";

const TONES: Record<Mark, BadgeTone> = {
  over: "late",
  noOwner: "late",
  reviewDue: "soon",
  endsSoon: "soon",
  unpublished: "quiet",
  draft: "info",
  notYet: "quiet",
  inForce: "ok",
};
/** Told apart by shape and word before colour. */
const SHAPES: Record<Mark, string> = {
  over: "●",
  noOwner: "●",
  reviewDue: "◐",
  endsSoon: "◐",
  unpublished: "□",
  draft: "□",
  notYet: "○",
  inForce: "○",
};

/** Everything that is to be said of one, in words. */
export function MarkBadges({ marks }: { marks: readonly Mark[] }) {
  const t = useTranslations("standingAnswers.marks");
  return marks.map((mark) => (
    <Badge key={mark} tone={TONES[mark]}>
      <span aria-hidden>{SHAPES[mark]} </span>
      {t(mark)}
    </Badge>
  ));
}
