import type { Draw } from "@/prisma/large-town/draw";
import type { Matter } from "./matter";
import { SERVICES } from "./services";
import { STREETS } from "./streets";
import { UTILITIES } from "./utilities";

/** What befalls a whole area at once (water, power, heat) stands first. */
const MATTERS: readonly Matter[] = [...UTILITIES, ...STREETS, ...SERVICES];
export const AREA_MATTERS = 3;

const HARMLESS = MATTERS.filter(({ danger }) => !danger);
const DANGEROUS = MATTERS.filter(({ danger }) => danger);

/** What a question is about: the fault of its burst, a danger where one stands, or anything. */
export function matterOf(burst: { matter: number } | null, standing: { danger?: true } | undefined, draw: Draw): Matter {
  if (burst) return MATTERS[burst.matter] as Matter;
  if (standing) return draw.weighted(standing.danger ? DANGEROUS : HARMLESS);
  return draw.weighted(MATTERS);
}
