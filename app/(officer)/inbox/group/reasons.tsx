"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { ClusterMember } from "@/lib/clusters/queries";

type Props = { member: Pick<ClusterMember, "confidence" | "reasons" | "placedByOfficer" | "said"> };

/**
 * Why a question stands in its group, in residents' words: what it shares with the others and what another says instead; what it alone
 * says is marked in its own words. Never a number.
 */
export function Reasons({ member: { confidence, reasons, placedByOfficer, said: words } }: Props) {
  const t = useTranslations("group.reasons");
  if (placedByOfficer) return <span className="text-ink-3">{t("byOfficer")}</span>;
  if (!reasons) return null;
  const differing = confidence === "doubtful" ? reasons.differing : reasons.differing.filter((word) => !words.join(" ").includes(word));
  const list = (words: readonly string[]) => words.join(t("and"));
  const shared = [
    reasons.place.length > 0 ? t("place", { words: list(reasons.place) }) : null,
    reasons.matter.length > 0 ? t("matter", { words: list(reasons.matter) }) : null,
  ].filter((part) => part !== null);
  const said = [
    shared.length > 0 ? shared.join(t("then")) : null,
    differing.length > 0 ? t("differing", { words: list(differing) }) : null,
  ].filter((part) => part !== null);
  if (said.length === 0 && confidence !== "doubtful") return null;
  return (
    <span className="inline-flex min-w-0 items-baseline gap-1.5">
      {confidence === "doubtful" ? <Badge tone="soon">{t("doubtful")}</Badge> : null}
      <span className={`min-w-0 truncate ${confidence === "doubtful" ? "text-soon" : "text-ink-3"}`}>{said.join(t("but"))}</span>
    </span>
  );
}
