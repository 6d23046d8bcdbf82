"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusalSentence } from "@/app/(officer)/inbox/use-refusal-sentence";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { queueSearch } from "@/lib/questions/address";
import type { QueueQuery } from "@/lib/questions/rules";
import { VIEW_NAME_LENGTH } from "@/lib/saved-views/rules";
import type { ActionResult } from "@/lib/web/officer-action";
import { deleteViewAction, saveViewAction } from "./queue-actions";
import { type SavedView, savedView } from "./saved-view";

type Props = {
  query: QueueQuery;
  saved: readonly SavedView[];
  onSaved(views: readonly SavedView[]): void;
  onShow(query: QueueQuery): void;
  onClose(): void;
};

/** Gives what the queue shows a name, and forgets names that are not needed any more. */
export function SavedViews({ query, saved, onSaved, onShow, onClose }: Props) {
  const t = useTranslations("savedViews");
  const common = useTranslations("common");
  const [name, setName] = useState("");
  const { running, error, run } = useSaying();

  async function save(event: FormEvent) {
    event.preventDefault();
    const kept = await run(() => saveViewAction({ name, query: queueSearch(query) }));
    if (!kept) return;
    onSaved([...saved, savedView(kept.value)]);
    setName("");
  }
  async function forget(view: SavedView) {
    if (await run(() => deleteViewAction({ viewId: view.id }))) onSaved(saved.filter(({ id }) => id !== view.id));
  }

  return (
    <Dialog open title={t("title")} closeLabel={common("close")} onClose={onClose}>
      <form onSubmit={save} className="flex items-start gap-2">
        <div className="flex-1">
          <Field label={t("name")} hint={t("hint")} error={error}>
            {(wiring) => (
              <TextInput {...wiring} value={name} maxLength={VIEW_NAME_LENGTH} onChange={(event) => setName(event.target.value)} />
            )}
          </Field>
        </div>
        <Button type="submit" tone="primary" busy={running} disabled={name.trim() === ""} className="mt-[25px]">
          {t("save")}
        </Button>
      </form>
      {saved.length === 0 ? null : (
        <ul aria-label={t("list")} className="mt-4 border-t border-line-2 pt-2">
          {saved.map((view) => (
            <li key={view.id} className="flex items-center gap-2">
              <button
                type="button"
                className="min-h-9 flex-1 rounded-md px-2 text-left hover:bg-line-2"
                onClick={() => {
                  onShow(view.query);
                  onClose();
                }}
              >
                {view.name}
              </button>
              <button
                type="button"
                aria-label={t("forget", { name: view.name })}
                aria-disabled={running || undefined}
                onClick={() => void forget(view)}
                className="grid size-8 place-items-center rounded-md text-ink-3 hover:bg-line-2 hover:text-danger"
              >
                <Trash2 size={16} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

/** Runs one action at a time and says beside the field why it could not be done. */
function useSaying() {
  const sentence = useRefusalSentence();
  const common = useTranslations("common");
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function run<T>(act: () => Promise<ActionResult<T>>): Promise<{ value: T } | null> {
    if (running) return null;
    setRunning(true);
    setError(null);
    const result = await act().catch(() => null);
    setRunning(false);
    if (!result?.ok) setError(result ? sentence(result) : common("unreachable"));
    return result?.ok ? { value: result.value } : null;
  }
  return { running, error, run };
}
