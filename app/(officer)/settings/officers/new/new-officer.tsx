"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { addOfficerAction } from "@/app/(officer)/settings/officers/actions";
import { MadeLink } from "@/app/(officer)/settings/officers/made-link";
import { type Fields, OfficerFields } from "@/app/(officer)/settings/officers/officer-fields";
import { useConfirming } from "@/app/identity/use-confirming";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { TextInput } from "@/components/ui/text-input";

/** Login, name, role and accounts of somebody new; then the link by which they choose a password. */
export function NewOfficer({ accounts }: { accounts: readonly { id: string; name: string }[] }) {
  const t = useTranslations("officerSettings");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const { act, dialog } = useConfirming();
  const [login, setLogin] = useState("");
  const [fields, setFields] = useState<Fields>({ name: "", role: "officer", allAccounts: false, accountIds: accounts.map(({ id }) => id) });
  const [made, setMade] = useState<string | null>(null);
  const [wrong, setWrong] = useState("");
  const [saving, setSaving] = useState(false);

  async function add(event: FormEvent) {
    event.preventDefault();
    if (saving) return;
    setSaving(true);
    const result = await act(() => addOfficerAction({ ...fields, login, accountIds: [...fields.accountIds] }));
    setSaving(false);
    if (result?.ok) return setMade(result.value.secret);
    setWrong(
      result === null ? common("unreachable") : result.refusal === "invalid" ? t("invalid") : refusals(result.refusal, result.facts),
    );
  }

  if (made) return <MadeLink name={fields.name} secret={made} onDone={() => router.push("/settings/officers")} />;
  return (
    <>
      <form onSubmit={add} className="flex flex-col gap-4">
        <Field label={t("login")} hint={t("loginHint")}>
          {(wiring) => (
            <TextInput
              {...wiring}
              required
              autoFocus
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={60}
              className="max-w-[24rem]"
              value={login}
              onChange={(event) => setLogin(event.target.value)}
            />
          )}
        </Field>
        <OfficerFields fields={fields} accounts={accounts} onChange={setFields} />
        <div>
          <FormAlert>{wrong}</FormAlert>
          <Button type="submit" tone="primary" busy={saving}>
            {saving ? t("saving") : t("addAndLink")}
          </Button>
        </div>
      </form>
      {dialog}
    </>
  );
}
