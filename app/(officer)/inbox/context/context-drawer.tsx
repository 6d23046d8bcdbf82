"use client";

import { Info } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ContextFacts } from "./context-facts";

/** The context, on screens too narrow for a third pane. */
export function ContextDrawer({ open }: { open: OpenThread }) {
  const t = useTranslations("context");
  const [shown, setShown] = useState(false);
  return (
    <div className="xl:hidden">
      <Button size="small" aria-expanded={shown} onClick={() => setShown(true)} className="max-md:px-2">
        <Info size={16} aria-hidden className="md:hidden" />
        <span className="max-md:sr-only">{t("open")}</span>
      </Button>
      <Dialog open={shown} title={t("label")} closeLabel={t("close")} onClose={() => setShown(false)}>
        <ContextFacts open={open} onGo={() => setShown(false)} />
      </Dialog>
    </div>
  );
}
