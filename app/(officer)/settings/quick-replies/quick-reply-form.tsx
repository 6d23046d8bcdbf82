"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { TEXT_BOX, TextInput } from "@/components/ui/text-input";
import type { QuickReply } from "@/lib/quick-replies/queries";
import { MAX_TITLE_LENGTH } from "@/lib/quick-replies/rules";
import { DifferenceShown } from "./difference-shown";
import { TextField } from "./text-field";
import { useWriting } from "./use-writing";

type Props = {
  quickReply: QuickReply | null;
  accounts: readonly { id: string; name: string }[];
  officer: { id: string; mayShare: boolean };
  now: Date;
};

/** A text at hand to write. What a colleague saves meanwhile is shown, and nothing that was written is lost. */
export function QuickReplyForm({ quickReply, accounts, officer, now }: Props) {
  const t = useTranslations("quickReplySettings");
  const first = useRef<HTMLInputElement>(null);
  const { written, write, state, wrong, save, discard } = useWriting(quickReply);
  useEffect(() => first.current?.focus(), []);
  const { isSaving, isComplete, isUnchanged, isNewer } = state;

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      className="flex flex-col gap-4"
    >
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
      {quickReply && isNewer && !isUnchanged ? (
        <section aria-label={t("theirs")} className="rounded-lg border border-soon-mark px-3 py-2">
          <p className="mb-1 text-ink-2 text-sm">{t("theirs")}</p>
          <DifferenceShown before={quickReply.text} after={written.text} />
        </section>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" tone="primary" busy={isSaving || !isComplete || isUnchanged}>
          {isSaving ? t("saving") : quickReply && isNewer ? t("saveOnTop", { version: quickReply.version + 1 }) : t("save")}
        </Button>
        {isUnchanged ? null : (
          <Button
            onClick={() => {
              discard();
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
