"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SettingsSection } from "@/app/(officer)/settings/settings-page";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { SubscriberSummary } from "@/lib/subscribers/queries";
import { ShownSecret } from "./shown-secret";
import { SubscriberForm } from "./subscriber-form";
import { SubscriberRow } from "./subscriber-row";

type Props = { subscribers: readonly SubscriberSummary[]; accounts: readonly { id: string; name: string }[] };
export type MadeSecret = { name: string; secret: string };

/** The subscribers, each with how it fares. A secret that has just been made stands here until it is put away. */
export function SubscriberList({ subscribers, accounts }: Props) {
  const t = useTranslations("webhooks");
  const common = useTranslations("common");
  const [editing, setEditing] = useState<SubscriberSummary | "new" | null>(null);
  const [made, setMade] = useState<MadeSecret | null>(null);
  const edited = editing === "new" ? null : editing;
  const title = edited ? t("edit") : t("add");
  return (
    <SettingsSection title={t("subscribers")} hint={t("subscribersHint")}>
      {made ? <ShownSecret {...made} onDone={() => setMade(null)} /> : null}
      {subscribers.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul className="divide-y divide-line-2">
        {subscribers.map((subscriber) => (
          <SubscriberRow
            key={subscriber.id}
            subscriber={subscriber}
            accountName={accounts.length > 1 ? subscriber.accountName : null}
            onEdit={() => setEditing(subscriber)}
            onSecret={setMade}
          />
        ))}
      </ul>
      <Button tone="primary" className="mt-3" onClick={() => setEditing("new")}>
        <Plus size={16} aria-hidden />
        {t("add")}
      </Button>
      <Dialog wide open={editing !== null} title={title} closeLabel={common("close")} onClose={() => setEditing(null)}>
        <SubscriberForm subscriber={edited} accounts={accounts} onDone={() => setEditing(null)} onSecret={setMade} />
      </Dialog>
    </SettingsSection>
  );
}
