"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import { PASSWORD_LINK_HOURS } from "@/lib/officers/rules";

/** The link by which an officer chooses a password, which nobody is shown again. */
export function MadeLink({ name, secret, onDone }: { name: string; secret: string; onDone: () => void }) {
  const t = useTranslations("officerSettings");
  const field = useRef<HTMLInputElement>(null);
  const link = `${location.origin}/password/link#${secret}`;
  useEffect(() => field.current?.select(), []);

  async function copy() {
    // Over plain http a browser has no clipboard for us: the link stands selected.
    const copied = await navigator.clipboard?.writeText(link).then(
      () => true,
      () => false,
    );
    if (copied) toast(t("copied"));
    else field.current?.select();
  }

  return (
    <div className="flex flex-col gap-3">
      <Field label={t("linkOf", { name })} hint={t("linkOnce", { hours: PASSWORD_LINK_HOURS })}>
        {(wiring) => <TextInput {...wiring} ref={field} readOnly value={link} className="font-mono" />}
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button tone="primary" onClick={() => void copy()}>
          {t("copy")}
        </Button>
        <Button onClick={onDone}>{t("linkKept")}</Button>
      </div>
    </div>
  );
}
