import { useTranslations } from "next-intl";

/** The words of a message on one line, or the kind of one without words. */
export function Words({ text, kind }: { text: string | null; kind: string | null }) {
  const t = useTranslations("messageKinds");
  const words = text?.replace(/\s+/g, " ").trim();
  if (!words) return <>{t.has(kind ?? "unknown") ? t(kind ?? "unknown") : t("unknown")}</>;
  if (kind === "text" || kind === null || !t.has(kind)) return <>{words}</>;
  return (
    <>
      {t(kind)} {words}
    </>
  );
}
