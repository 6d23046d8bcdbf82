import { useTranslations } from "next-intl";
import type { Button } from "@/lib/standing-answers/buttons";

const OURS = "jida:";

/** Where a button stands: 第1列, 第1列第2行. */
export function usePlaceWords(): (place: Pick<Button, "column" | "row">) => string {
  const t = useTranslations("customMenu");
  return ({ column, row }) => (row === 0 ? t("column", { column }) : t("row", { column, row }));
}

/** A button's name, and what it does where that is not to bring a standing answer. */
export function useButtonWords(): (button: Button | null) => string {
  const t = useTranslations("customMenu");
  return (button) => {
    if (!button) return t("nothing");
    const { name, does } = button;
    if (does === null) return t("does.unfolds", { name });
    if (does.type === "view") return t("does.opens", { name, to: does.to });
    if (does.type !== "click") return t("does.other", { name, type: does.type });
    return does.to.startsWith(OURS) ? t("does.answers", { name }) : t("does.clicks", { name, to: does.to });
  };
}
