"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useErrorWords } from "@/app/(officer)/settings/alarm-channels/use-error-words";
import { useMoment } from "@/app/(officer)/settings/alarm-channels/use-moment";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { NoticeSummary } from "@/lib/subscribers/queries";
import { SECOND } from "@/lib/time/rules";
import { resendNoticeAction } from "./actions";

const TONES: Record<NoticeSummary["status"], BadgeTone> = { queued: "info", sending: "info", taken: "ok", failed: "late" };
const LOOK_AGAIN = 3 * SECOND;

/** What subscribers were told, the newest first, to be sent again; as long as something is on its way it is read again. */
export function NoticeLog({ notices }: { notices: readonly NoticeSummary[] }) {
  const t = useTranslations("webhooks");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const errorWords = useErrorWords();
  const moment = useMoment();
  const isMoving = notices.some(({ status, attempts }) => status === "sending" || (status === "queued" && attempts === 0));
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [isMoving, router]);

  async function resend(noticeId: string) {
    const result = await resendNoticeAction({ noticeId }).catch(() => null);
    if (!result) toast(common("unreachable"), { tone: "danger" });
    else if (!result.ok) toast(refusals(result.refusal, result.facts), { tone: "danger" });
    else toast(t("resent"));
    router.refresh();
  }

  if (notices.length === 0) return <p className="text-ink-2">{t("noneSent")}</p>;
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-[44rem] text-left text-sm">
        <caption className="sr-only">{t("log")}</caption>
        <thead className="border-line-2 border-b text-ink-3">
          <tr>
            {(["at", "subscriber", "type", "status", "result", "again"] as const).map((column) => (
              <th key={column} scope="col" className="whitespace-nowrap py-1 pr-3 font-normal">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line-2">
          {notices.map(({ id, at, subscriberName, type, status, endedAt, sendAfter, attempts, errorCode, errorDetail }) => {
            const what = type ? t(`types.${type}`) : t("trial");
            return (
              <tr key={id}>
                <td className="whitespace-nowrap py-1.5 pr-3">{moment(at)}</td>
                <td className="py-1.5 pr-3">{subscriberName}</td>
                <td className="whitespace-nowrap py-1.5 pr-3">{what}</td>
                <td className="whitespace-nowrap py-1.5 pr-3">
                  <Badge tone={TONES[status]}>{t(`statuses.${status}`)}</Badge>
                </td>
                <td className="py-1.5 pr-3">
                  {errorCode ? errorWords(errorCode, errorDetail) : endedAt ? moment(endedAt) : null}
                  {status === "queued" && attempts > 0 ? ` ${t("nextTry", { at: moment(sendAfter) })}` : null}
                  {attempts > 1 ? <span className="text-ink-3"> {t("attempts", { count: attempts })}</span> : null}
                </td>
                <td className="py-1">
                  {type && (status === "taken" || status === "failed") ? (
                    <Button
                      size="small"
                      aria-label={t("of", { what: t("resend"), name: `${subscriberName} ${what}` })}
                      onClick={() => void resend(id)}
                    >
                      {t("resend")}
                    </Button>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
