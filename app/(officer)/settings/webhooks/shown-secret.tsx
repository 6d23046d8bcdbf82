"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";

/** A signing secret, which nobody is shown again. */
export function ShownSecret({ name, secret, onDone }: { name: string; secret: string; onDone: () => void }) {
  const t = useTranslations("webhooks");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  async function copy() {
    // Over plain http a browser has no clipboard for us: the secret stands selected.
    const copied = await navigator.clipboard?.writeText(secret).then(
      () => true,
      () => false,
    );
    if (copied) toast(t("copied"));
    else field.current?.select();
  }

  return (
    <div className="mb-4 flex flex-col gap-3 rounded-lg border border-edge p-3">
      <Field label={t("secretOf", { name })} hint={t("secretOnce")}>
        {(wiring) => <TextInput {...wiring} ref={field} readOnly value={secret} className="font-mono" />}
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button tone="primary" onClick={() => void copy()}>
          {t("copy")}
        </Button>
        <Button onClick={onDone}>{t("kept")}</Button>
      </div>
    </div>
  );
}
