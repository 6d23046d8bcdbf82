import { useTranslations } from "next-intl";
import { DELIVERY_ERRORS } from "@/lib/alarms/rules";

/** Why a message was not taken, as a sentence. */
export function useErrorWords(): (code: string, detail: string | null) => string {
  const t = useTranslations("alarmChannels.errors");
  return (code, detail) => {
    const known = DELIVERY_ERRORS.find((one) => one === code) ?? "network";
    return t(known, { detail: detail ?? "" });
  };
}
