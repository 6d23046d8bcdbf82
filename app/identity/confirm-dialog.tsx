"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { ConfirmForm } from "./confirm-form";

type Props = { open: boolean; onDone: (confirmed: boolean) => void };

/** Asks who is at the screen before something sensitive is done. */
export function ConfirmDialog({ open, onDone }: Props) {
  const t = useTranslations("identity");
  const common = useTranslations("common");
  return (
    <Dialog open={open} title={t("confirmTitle")} closeLabel={common("close")} onClose={() => onDone(false)}>
      <ConfirmForm onConfirmed={() => onDone(true)} />
    </Dialog>
  );
}
