"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { TextInput } from "@/components/ui/text-input";
import { mintBoardTokenAction } from "./actions";
import { MadeLink } from "./made-link";

/** Makes a wall's link for some accounts. */
export function NewBoard({ accounts }: { accounts: readonly { id: string; name: string }[] }) {
  const t = useTranslations("boardSettings");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const [name, setName] = useState("");
  const [left, setLeft] = useState<readonly string[]>([]);
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null);
  const [wrong, setWrong] = useState("");
  const [saving, setSaving] = useState(false);
  const accountIds = accounts.map(({ id }) => id).filter((id) => !left.includes(id));
  const isReady = name.trim() !== "" && accountIds.length > 0;

  async function mint(event: FormEvent) {
    event.preventDefault();
    if (saving || !isReady) return;
    setSaving(true);
    const result = await mintBoardTokenAction({ name, accountIds }).catch(() => null);
    setSaving(false);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (!result?.ok) return;
    setMade({ name: name.trim(), secret: result.value.secret });
    setName("");
    router.refresh();
  }

  if (made) return <MadeLink {...made} onDone={() => setMade(null)} />;
  return (
    <form onSubmit={mint} className="flex flex-col gap-4">
      <Field label={t("name")} hint={t("nameHint")}>
        {(wiring) => (
          <TextInput {...wiring} value={name} maxLength={40} onChange={(event) => setName(event.target.value)} className="max-w-[24rem]" />
        )}
      </Field>
      {accounts.length > 1 ? (
        <fieldset>
          <legend className="text-ink-2 text-sm">{t("accounts")}</legend>
          {accounts.map((account) => (
            <label key={account.id} className="flex min-h-8 items-center gap-2">
              <input
                type="checkbox"
                checked={!left.includes(account.id)}
                onChange={({ target }) => setLeft(target.checked ? left.filter((id) => id !== account.id) : [...left, account.id])}
              />
              {account.name}
            </label>
          ))}
        </fieldset>
      ) : null}
      <div>
        <FormAlert>{wrong}</FormAlert>
        <Button type="submit" tone="primary" busy={saving} disabled={!isReady}>
          {saving ? t("minting") : t("mint")}
        </Button>
      </div>
    </form>
  );
}
