"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { TEXT_BOX, TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import type { QuickReply } from "@/lib/quick-replies/queries";
import { MAX_TITLE_LENGTH, unknownVariables } from "@/lib/quick-replies/rules";
import { saveQuickReplyAction } from "./actions";
import { DifferenceShown } from "./difference-shown";
import { TextField } from "./text-field";

type Props = {
  quickReply: QuickReply | null;
  accounts: readonly { id: string; name: string }[];
  officer: { id: string; mayShare: boolean };
  now: Date;
};

/** A text at hand to write. What a colleague saves meanwhile is shown, and nothing that was written is lost. */
export function QuickReplyForm({ quickReply, accounts, officer, now }: Props) {
  const t = useTranslations("quickReplySettings");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const first = useRef<HTMLInputElement>(null);
  const [written, setWritten] = useState(() => contentOf(quickReply));
  const [seen, setSeen] = useState(quickReply);
  const [wrong, setWrong] = useState("");
  const [saving, setSaving] = useState(false);
  const write = (change: Partial<typeof written>) => setWritten({ ...written, ...change });
  useEffect(() => first.current?.focus(), []);

  const isNewer = quickReply !== null && seen !== null && quickReply.version > seen.version;
  const isUnchanged = JSON.stringify(written) === JSON.stringify(contentOf(seen));
  // A restored version comes from beside this form: with nothing written it is simply taken over.
  if (isNewer && isUnchanged) {
    setSeen(quickReply);
    setWritten(contentOf(quickReply));
  }
  const isComplete = written.title.trim() !== "" && written.text.trim() !== "" && unknownVariables(written.text).length === 0;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving || !isComplete || isUnchanged) return;
    setSaving(true);
    const onTopOf = isNewer ? quickReply : seen;
    const result = await saveQuickReplyAction({
      ...written,
      seen: onTopOf && { quickReplyId: onTopOf.id, version: onTopOf.version },
    }).catch(() => null);
    setSaving(false);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (!result?.ok) return result?.refusal === "quickReplyChanged" ? router.refresh() : undefined;
    toast(t("saved", { version: result.value.version }));
    const kept = { ...written, title: written.title.trim(), text: written.text.trim() };
    setWritten(kept);
    if (!onTopOf) return router.replace(`/settings/quick-replies/${result.value.id}`);
    setSeen({ ...onTopOf, ...kept, version: result.value.version });
    router.refresh();
  }

  return (
    <form onSubmit={save} className="flex flex-col gap-4">
      <Field label={t("title")} hint={t("titleHint", { most: MAX_TITLE_LENGTH })}>
        {(wiring) => (
          <TextInput
            ref={first}
            {...wiring}
            required
            maxLength={MAX_TITLE_LENGTH}
            value={written.title}
            onChange={(event) => write({ title: event.target.value })}
          />
        )}
      </Field>
      <TextField value={written.text} now={now} onChange={(text) => write({ text })} />
      <div className="flex flex-wrap items-start gap-x-8 gap-y-3">
        <label className="flex min-h-9 items-center gap-2">
          <input
            type="checkbox"
            className="size-4"
            checked={written.shared}
            disabled={quickReply?.shared ? quickReply.owner.id !== officer.id : !officer.mayShare}
            onChange={(event) => write({ shared: event.target.checked })}
          />
          {officer.mayShare || written.shared ? t("share") : t("shareNotAllowed")}
        </label>
        {accounts.length > 1 ? (
          <Field label={t("account")}>
            {(wiring) => (
              <select
                {...wiring}
                value={written.accountId ?? ""}
                onChange={(event) => write({ accountId: event.target.value || null })}
                className={`h-9 ${TEXT_BOX}`}
              >
                <option value="">{t("allAccounts")}</option>
                {accounts.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
        <Field label={t("reviewOn")} hint={t("reviewHint")}>
          {(wiring) => (
            <TextInput
              {...wiring}
              type="date"
              value={written.reviewOn ?? ""}
              onChange={(event) => write({ reviewOn: event.target.value || null })}
              className="max-w-[12rem]"
            />
          )}
        </Field>
      </div>
      <FormAlert>{wrong}</FormAlert>
      {isNewer && !isUnchanged ? (
        <section aria-label={t("theirs")} className="rounded-lg border border-soon-mark px-3 py-2">
          <p className="mb-1 text-ink-2 text-sm">{t("theirs")}</p>
          <DifferenceShown before={quickReply.text} after={written.text} />
        </section>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" tone="primary" busy={saving || !isComplete || isUnchanged}>
          {saving ? t("saving") : isNewer ? t("saveOnTop", { version: quickReply.version + 1 }) : t("save")}
        </Button>
        {isUnchanged ? null : (
          <Button
            onClick={() => {
              setSeen(quickReply);
              setWritten(contentOf(quickReply));
              setWrong("");
              first.current?.focus();
            }}
          >
            {t("discard")}
          </Button>
        )}
      </div>
    </form>
  );
}

function contentOf(quickReply: QuickReply | null) {
  const { title = "", text = "", shared = false, accountId = null, reviewOn = null } = quickReply ?? {};
  return { title, text, shared, accountId, reviewOn };
}
