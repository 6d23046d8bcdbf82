"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { TextInput } from "@/components/ui/text-input";
import { setFeedHostAction } from "./actions";

type Props = { accountId: string; hosts: readonly string[]; isKeeper: boolean };

/** The hosts that sources of the account may come from; who keeps the list adds to it and takes from it. */
export function FeedHosts({ accountId, hosts, isKeeper }: Props) {
  const t = useTranslations("standingSource");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);

  async function set(host: string, isAllowed: boolean) {
    if (busy) return;
    setBusy(true);
    const result = await setFeedHostAction({ accountId, host, isAllowed }).catch(() => null);
    setBusy(false);
    if (!result) return setWrong(common("unreachable"));
    if (!result.ok) return setWrong(result.refusal === "invalid" ? t("hostInvalid") : refusals(result.refusal, result.facts));
    setWrong("");
    if (isAllowed) setTyped("");
    router.refresh();
  }

  function add(event: FormEvent) {
    event.preventDefault();
    void set(typed, true);
  }

  return (
    <section className="flex max-w-[36rem] flex-col gap-2 border-line border-t pt-4">
      <h3 className="font-semibold">{t("hosts")}</h3>
      <p className="text-ink-2 text-sm">{t(isKeeper ? "hostsHint" : "hostsReadOnly")}</p>
      {hosts.length === 0 ? <p className="text-ink-2">{t("noHosts")}</p> : null}
      <ul className="flex flex-col gap-1">
        {hosts.map((host) => (
          <li key={host} className="flex items-center gap-3">
            <code className="min-w-0 break-all">{host}</code>
            {isKeeper ? (
              <Button size="small" busy={busy} aria-label={t("forbidHost", { host })} onClick={() => set(host, false)}>
                {t("forbid")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <FormAlert>{wrong}</FormAlert>
      {isKeeper ? (
        <form onSubmit={add}>
          <Field label={t("newHost")}>
            {(wiring) => (
              <div className="flex flex-wrap gap-2">
                <div className="min-w-0 flex-[1_1_14rem]">
                  <TextInput
                    {...wiring}
                    required
                    maxLength={200}
                    placeholder="www.example.gov.cn"
                    value={typed}
                    onChange={(event) => setTyped(event.target.value)}
                  />
                </div>
                <Button type="submit" busy={busy}>
                  {t("allow")}
                </Button>
              </div>
            )}
          </Field>
        </form>
      ) : null}
    </section>
  );
}
