import { useTranslations } from "next-intl";

/** Why WeChat does not have a reply, as a sentence for the code that the reply carries. */
export function useSendError(): (code: string | null) => string {
  const t = useTranslations("sendErrors");
  return (code) => (code && t.has(code) ? t(code) : t("other"));
}
