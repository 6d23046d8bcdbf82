"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { DeliverySummary } from "@/lib/alarms/channels";
import { SECOND } from "@/lib/time/rules";
import { useErrorWords } from "./use-error-words";
import { useMoment } from "./use-moment";

const TONES: Record<DeliverySummary["status"], BadgeTone> = {
  queued: "info",
  sending: "info",
  sent: "ok",
  failed: "late",
  skipped: "quiet",
};
const LOOK_AGAIN = 1.5 * SECOND;

/** What went through the channels, the newest first; as long as something is on its way it is read again. */
export function DeliveryLog({ deliveries }: { deliveries: readonly DeliverySummary[] }) {
  const t = useTranslations("alarmChannels");
  const alarms = useTranslations("alarms");
  const router = useRouter();
  const errorWords = useErrorWords();
  const moment = useMoment();
  const isMoving = deliveries.some(({ status }) => status === "queued" || status === "sending");
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [isMoving, router]);

  if (deliveries.length === 0) return <p className="text-ink-2">{t("noneSent")}</p>;
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-[36rem] text-left text-sm">
        <caption className="sr-only">{t("log")}</caption>
        <thead className="border-line-2 border-b text-ink-3">
          <tr>
            {(["queuedAt", "channel", "about", "status", "result"] as const).map((column) => (
              <th key={column} scope="col" className="whitespace-nowrap py-1 pr-3 font-normal">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line-2">
          {deliveries.map(({ id, queuedAt, endedAt, channelName, alarmKind, status, attempts, errorCode, errorDetail }) => (
            <tr key={id}>
              <td className="whitespace-nowrap py-1.5 pr-3">{moment(queuedAt)}</td>
              <td className="py-1.5 pr-3">{channelName}</td>
              <td className="whitespace-nowrap py-1.5 pr-3">{alarmKind ? alarms(`kinds.${alarmKind}`) : t("trial")}</td>
              <td className="whitespace-nowrap py-1.5 pr-3">
                <Badge tone={TONES[status]}>{t(`statuses.${status}`)}</Badge>
              </td>
              <td className="py-1.5">
                {errorCode ? errorWords(errorCode, errorDetail) : endedAt ? moment(endedAt) : null}
                {attempts > 1 ? <span className="text-ink-3"> {t("attempts", { count: attempts })}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
