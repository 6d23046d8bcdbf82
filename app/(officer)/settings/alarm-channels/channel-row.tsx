"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { ChannelSummary } from "@/lib/alarms/channels";
import { tryChannelAction } from "./actions";
import { useErrorWords } from "./use-error-words";
import { useMoment } from "./use-moment";

type Props = { channel: ChannelSummary; accountName: string | null; mailIsSetUp: boolean; onEdit: () => void };

/** One channel: whom it tells, whether its last message went, and 试发. */
export function ChannelRow({ channel, accountName, mailIsSetUp, onEdit }: Props) {
  const t = useTranslations("alarmChannels");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const errorWords = useErrorWords();
  const moment = useMoment();
  const [busy, setBusy] = useState(false);
  const { id, kind, name, audiences, recipients, enabled, lastOkAt, lastFailedAt, lastError } = channel;

  async function tryOut() {
    setBusy(true);
    const result = await tryChannelAction({ channelId: id }).catch(() => null);
    setBusy(false);
    if (!result) toast(common("unreachable"), { tone: "danger" });
    else if (!result.ok) toast(refusals(result.refusal, result.facts), { tone: "danger" });
    else toast(t("tried"));
    router.refresh();
  }

  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-semibold">{name}</span>
          <Badge>{t(`kinds.${kind}`)}</Badge>
          {enabled ? null : <Badge tone="soon">{t("off")}</Badge>}
          {accountName ? <span className="text-ink-3 text-sm">{accountName}</span> : null}
        </p>
        <p className="text-ink-2 text-sm">{t("tells", { whom: audiences.map((audience) => t(`audiences.${audience}`)).join(t("and")) })}</p>
        {recipients.length > 0 ? <p className="break-words text-ink-3 text-sm">{recipients.join(t("and"))}</p> : null}
        <p className="text-ink-3 text-sm">
          {lastOkAt ? t("lastOk", { at: moment(lastOkAt) }) : t("neverOk")}
          {lastError && lastFailedAt ? (
            <span className="text-late"> {t("lastFailed", { at: moment(lastFailedAt), why: errorWords(lastError, null) })}</span>
          ) : null}
        </p>
        {kind === "mail" && !mailIsSetUp ? <p className="text-late text-sm">{t("noMailServer")}</p> : null}
      </div>
      <div className="flex gap-2">
        {enabled ? (
          <Button size="small" busy={busy} aria-label={t("tryOf", { name })} onClick={tryOut}>
            {t("try")}
          </Button>
        ) : null}
        <Button size="small" aria-label={t("editOf", { name })} onClick={onEdit}>
          {t("change")}
        </Button>
      </div>
    </li>
  );
}
