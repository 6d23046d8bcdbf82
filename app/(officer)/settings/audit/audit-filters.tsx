"use client";

import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { AuditQuery } from "@/lib/audit/queries";
import { DESK } from "@/lib/audit/rules";

type Props = {
  accounts: readonly { slug: string; name: string }[];
  people: readonly { id: string; name: string }[];
  query: AuditQuery & { slug: string };
  kinds: Readonly<Record<string, string>>;
};

const CONTROL = "h-8 rounded-md border border-line bg-panel px-2 text-ink";

/** What of the trail is shown, as a form that works without script: the address says it. */
export function AuditFilters({ accounts, people, query, kinds }: Props) {
  const t = useTranslations("audit");
  return (
    <form action="/settings/audit" className="rounded-xl border border-line bg-panel p-4">
      <div className="grid gap-3 sm:grid-cols-3">
        <Field label={t("account")}>
          {(wiring) => (
            <select {...wiring} name="account" defaultValue={query.slug} className={CONTROL}>
              {accounts.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
              <option value={DESK}>{t("desk")}</option>
            </select>
          )}
        </Field>
        <Field label={t("person")}>
          {(wiring) => (
            <select {...wiring} name="person" defaultValue={query.person ?? ""} className={CONTROL}>
              <option value="">{t("anybody")}</option>
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t("kind")}>
          {(wiring) => (
            <select {...wiring} name="kind" defaultValue={query.kind ?? ""} className={CONTROL}>
              <option value="">{t("anything")}</option>
              {Object.entries(kinds).map(([kind, name]) => (
                <option key={kind} value={kind}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div className="mt-3 flex flex-wrap items-end gap-3">
        <span className="flex gap-2">
          <Field label={t("from")}>
            {(wiring) => <input {...wiring} type="date" name="from" defaultValue={query.from} className={`${CONTROL} w-38`} />}
          </Field>
          <Field label={t("to")}>
            {(wiring) => <input {...wiring} type="date" name="to" defaultValue={query.to} className={`${CONTROL} w-38`} />}
          </Field>
        </span>
        <span className="min-w-60 flex-1">
          <Field label={t("record")}>
            {(wiring) => (
              <input
                {...wiring}
                name="record"
                defaultValue={query.record ?? ""}
                placeholder={t("recordHint")}
                autoComplete="off"
                className={CONTROL}
              />
            )}
          </Field>
        </span>
        <label className="flex h-8 items-center gap-2 text-sm">
          <input type="checkbox" name="machine" value="1" defaultChecked={query.machine} />
          {t("machine")}
        </label>
        <button type="submit" className={buttonClass("primary", "small")}>
          {t("show")}
        </button>
      </div>
    </form>
  );
}
