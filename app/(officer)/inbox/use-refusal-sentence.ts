import { useTranslations } from "next-intl";
import type { ActionResult } from "@/lib/web/officer-action";

export type Refused = Omit<Extract<ActionResult<unknown>, { ok: false }>, "ok">;

/** Why an action was refused, as a sentence. */
export function useRefusalSentence(): (refused: Refused) => string {
  const t = useTranslations("refusals");
  return ({ refusal, facts }) => t(refusal, facts);
}
