"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SettingsSection } from "@/app/(officer)/settings/settings-page";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ChannelSummary } from "@/lib/alarms/channels";
import { ChannelForm } from "./channel-form";
import { ChannelRow } from "./channel-row";

type Props = { channels: readonly ChannelSummary[]; accounts: readonly { id: string; name: string }[]; mailIsSetUp: boolean };

/** The channels, each with how it fares, to change, to try out and to switch off. */
export function ChannelList({ channels, accounts, mailIsSetUp }: Props) {
  const t = useTranslations("alarmChannels");
  const common = useTranslations("common");
  const [editing, setEditing] = useState<ChannelSummary | "new" | null>(null);
  const edited = editing === "new" ? null : editing;
  return (
    <SettingsSection title={t("channels")} hint={t("channelsHint")}>
      {channels.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul className="divide-y divide-line-2">
        {channels.map((channel) => (
          <ChannelRow
            key={channel.id}
            channel={channel}
            accountName={accounts.length > 1 ? channel.accountName : null}
            mailIsSetUp={mailIsSetUp}
            onEdit={() => setEditing(channel)}
          />
        ))}
      </ul>
      <Button tone="primary" className="mt-3" onClick={() => setEditing("new")}>
        <Plus size={16} aria-hidden />
        {t("add")}
      </Button>
      <Dialog open={editing !== null} title={edited ? t("edit") : t("add")} closeLabel={common("close")} onClose={() => setEditing(null)}>
        <ChannelForm channel={edited} accounts={accounts} mailIsSetUp={mailIsSetUp} onDone={() => setEditing(null)} />
      </Dialog>
    </SettingsSection>
  );
}
