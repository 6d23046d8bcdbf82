"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorWords } from "@/app/(officer)/settings/alarm-channels/use-error-words";
import { useMoment } from "@/app/(officer)/settings/alarm-channels/use-moment";
import { useConfirming } from "@/app/identity/use-confirming";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { SubscriberSummary } from "@/lib/subscribers/queries";
import { NOTICE_TYPES } from "@/lib/subscribers/rules";
import type { ActionResult } from "@/lib/web/officer-action";
import { removeSubscriberAction, renewSecretAction, trySubscriberAction } from "./actions";
import type { MadeSecret } from "./subscriber-list";

type Props = { subscriber: SubscriberSummary; accountName: string | null; onEdit: () => void; onSecret: (made: MadeSecret) => void };

/** One subscriber: what it is told of, whether it takes it, 试发, another secret, and its end. */
export function SubscriberRow({ subscriber, accountName, onEdit, onSecret }: Props) {
  const t = useTranslations("webhooks");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const errorWords = useErrorWords();
  const moment = useMoment();
  const { act, dialog } = useConfirming();
  const [busy, setBusy] = useState(false);
  const [sureOf, setSureOf] = useState<"renew" | "remove" | null>(null);
  const { id: subscriberId, name, host, types, paused, waiting, lastOkAt, lastFailedAt, lastError, gaveUpAt } = subscriber;
  const told = types.length === NOTICE_TYPES.length ? t("everything") : types.map((type) => t(`types.${type}`)).join(t("and"));

  async function run<T>(action: () => Promise<ActionResult<T>>, done: (value: T) => void) {
    setSureOf(null);
    setBusy(true);
    const result = await act(action);
    setBusy(false);
    if (!result) toast(common("unreachable"), { tone: "danger" });
    else if (!result.ok) toast(refusals(result.refusal, result.facts), { tone: "danger" });
    else done(result.value);
    router.refresh();
  }

  const renew = () =>
    run(
      () => renewSecretAction({ subscriberId }),
      ({ secret }) => onSecret({ name, secret }),
    );
  const remove = () =>
    run(
      () => removeSubscriberAction({ subscriberId }),
      () => toast(t("removed", { name })),
    );
  const words = { renew: [t("renew"), t("renewSurely")], remove: [t("remove"), t("removeSurely")] } as const;

  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-semibold">{name}</span>
          <span className="break-all font-mono text-ink-2 text-sm">{host}</span>
          {paused ? <Badge tone="soon">{t("paused")}</Badge> : null}
          {gaveUpAt ? <Badge tone="late">{t("gaveUp", { at: moment(gaveUpAt) })}</Badge> : null}
          {accountName ? <span className="text-ink-3 text-sm">{accountName}</span> : null}
        </p>
        <p className="text-ink-2 text-sm">{t("told", { what: told })}</p>
        <p className="text-ink-3 text-sm">
          {lastOkAt ? t("lastOk", { at: moment(lastOkAt) }) : t("neverOk")}
          {waiting > 0 ? ` ${t("waiting", { count: waiting })}` : null}
          {lastError && lastFailedAt ? (
            <span className="text-late"> {t("lastFailed", { at: moment(lastFailedAt), why: errorWords(lastError, null) })}</span>
          ) : null}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {paused ? null : (
          <Button
            size="small"
            busy={busy}
            aria-label={t("of", { what: t("try"), name })}
            onClick={() =>
              void run(
                () => trySubscriberAction({ subscriberId }),
                () => toast(t("tried")),
              )
            }
          >
            {t("try")}
          </Button>
        )}
        <Button size="small" aria-label={t("of", { what: t("change"), name })} onClick={onEdit}>
          {t("change")}
        </Button>
        {(["renew", "remove"] as const).map((what) => {
          const word = words[what][sureOf === what ? 1 : 0];
          return (
            <Button
              key={what}
              size="small"
              tone={what === "remove" ? "danger" : "quiet"}
              aria-label={t("of", { what: word, name })}
              onBlur={() => setSureOf(null)}
              onClick={() => (sureOf === what ? void (what === "renew" ? renew() : remove()) : setSureOf(what))}
            >
              {word}
            </Button>
          );
        })}
      </div>
      {dialog}
    </li>
  );
}
