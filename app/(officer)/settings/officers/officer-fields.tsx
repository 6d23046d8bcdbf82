"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { TEXT_BOX, TextInput } from "@/components/ui/text-input";
import { ROLES, type Role } from "@/lib/officers/rules";

export type Fields = { name: string; role: Role; allAccounts: boolean; accountIds: readonly string[] };
type Props = { fields: Fields; accounts: readonly { id: string; name: string }[]; onChange: (fields: Fields) => void };

/** Name, role and accounts of an officer. */
export function OfficerFields({ fields, accounts, onChange }: Props) {
  const t = useTranslations("officerSettings");
  const roles = useTranslations("roles");
  return (
    <>
      <Field label={t("name")}>
        {(wiring) => (
          <TextInput
            {...wiring}
            required
            maxLength={60}
            className="max-w-[24rem]"
            value={fields.name}
            onChange={(event) => onChange({ ...fields, name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("role")} hint={t(`roleHints.${fields.role}`)}>
        {(wiring) => (
          <select
            {...wiring}
            value={fields.role}
            onChange={(event) => onChange({ ...fields, role: ROLES.find((role) => role === event.target.value) ?? "officer" })}
            className={`h-9 max-w-[24rem] ${TEXT_BOX}`}
          >
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {roles(role)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset>
        <legend className="text-ink-2 text-sm">{t("accounts")}</legend>
        <label className="flex min-h-9 items-center gap-2">
          <input
            type="checkbox"
            className="size-4 accent-action"
            checked={fields.allAccounts}
            onChange={({ target }) => onChange({ ...fields, allAccounts: target.checked })}
          />
          {t("allAccountsToCome")}
        </label>
        {fields.allAccounts
          ? null
          : accounts.map((account) => (
              <label key={account.id} className="flex min-h-9 items-center gap-2">
                <input
                  type="checkbox"
                  className="size-4 accent-action"
                  checked={fields.accountIds.includes(account.id)}
                  onChange={({ target }) => {
                    const others = fields.accountIds.filter((id) => id !== account.id);
                    onChange({ ...fields, accountIds: target.checked ? [...others, account.id] : others });
                  }}
                />
                {account.name}
              </label>
            ))}
      </fieldset>
    </>
  );
}
