import { useTranslations } from "next-intl";
import type { PolicyFault } from "./policy-draft";

/** What is wrong at a path, said; `least` and `most` for a number. */
export function useFaultWords(faults: ReadonlyMap<string, PolicyFault>) {
  const t = useTranslations("timeLimits");
  return (path: string, least = 1, most = 10_080) => {
    const fault = faults.get(path);
    return fault ? t(`faults.${fault}`, { least, most }) : null;
  };
}

export type FaultWords = ReturnType<typeof useFaultWords>;
