"use client";

import { ArrowDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Back to the end of the thread. */
export function ToNewest({ onClick }: { onClick: () => void }) {
  const t = useTranslations("passage");
  return (
    <Button tone="primary" size="small" onClick={onClick} className="-translate-x-1/2 absolute bottom-3 left-1/2 shadow-float">
      <ArrowDown size={16} aria-hidden />
      {t("toNewest")}
    </Button>
  );
}
