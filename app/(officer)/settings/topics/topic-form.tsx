"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { TextInput } from "@/components/ui/text-input";
import { MAX_TOPIC_LENGTH } from "@/lib/questions/rules";
import { saveTopicAction } from "./actions";

type Props = {
  label: string;
  hint?: string;
  /** What its button says. */
  action: string;
  /** With its id, one that gets another name. */
  topic: { accountId: string; topicId?: string; name: string };
  autoFocus: boolean;
  onSaved: (name: string) => void;
  /** By its button or Esc; without it there is nothing to leave. */
  onCancel?: () => void;
};

/** The name of a topic to write. */
export function TopicForm({ label, hint, action, topic, autoFocus, onSaved, onCancel }: Props) {
  const t = useTranslations("topicSettings");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const [typed, setTyped] = useState(topic.name);
  const [wrong, setWrong] = useState("");
  const [saving, setSaving] = useState(false);
  const name = typed.trim();
  const isUnchanged = name === "" || name === topic.name;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving || isUnchanged) return;
    setSaving(true);
    const result = await saveTopicAction({ ...topic, name }).catch(() => null);
    setSaving(false);
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (!result?.ok) return;
    onSaved(name);
    router.refresh();
  }

  return (
    <form onSubmit={save} onKeyDown={({ key, nativeEvent }) => key === "Escape" && !nativeEvent.isComposing && onCancel?.()}>
      <FormAlert>{wrong}</FormAlert>
      <Field label={label} hint={hint}>
        {(wiring) => (
          <div className="flex flex-wrap items-center gap-2">
            <div className="min-w-0 max-w-[20rem] flex-[1_1_12rem]">
              <TextInput
                {...wiring}
                value={typed}
                maxLength={MAX_TOPIC_LENGTH}
                autoFocus={autoFocus}
                onChange={(event) => setTyped(event.target.value)}
              />
            </div>
            <Button type="submit" busy={saving} disabled={isUnchanged}>
              {saving ? t("saving") : action}
            </Button>
            {onCancel ? <Button onClick={onCancel}>{t("cancel")}</Button> : null}
          </div>
        )}
      </Field>
    </form>
  );
}
