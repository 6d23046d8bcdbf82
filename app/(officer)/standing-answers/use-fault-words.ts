import { useTranslations } from "next-intl";
import { FAULTS } from "./written";

/** Why a part is not taken, as a sentence; null where there is nothing to say. */
export function useFaultWords(): (fault: string | undefined) => string | null {
  const t = useTranslations("standingAnswers.faults");
  return (fault) => {
    const known = FAULTS.find((one) => one === fault);
    return fault === undefined ? null : known ? t(known) : t("other");
  };
}
