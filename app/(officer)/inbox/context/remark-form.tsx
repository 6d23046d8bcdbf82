"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useComposition } from "@/app/(officer)/inbox/composer/use-composition";
import { useRun } from "@/app/(officer)/inbox/use-run";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { MAX_REMARK_LENGTH } from "@/lib/residents/rules";
import { remarkAction } from "./actions";

type Props = { threadId: string; residentId: string; remark: string | null; onClose: () => void };

/** What the desk calls a resident. Enter saves, Esc leaves it as it was; an empty one takes the remark away. */
export function RemarkForm({ threadId, residentId, remark, onClose }: Props) {
  const t = useTranslations("context");
  const common = useTranslations("common");
  const composition = useComposition();
  const { running, run } = useRun(threadId);
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(remark ?? "");
  useEffect(() => input.current?.select(), []);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (running) return;
    if (text.trim() === (remark ?? "") || (await run(() => remarkAction({ residentId, remark: text })))) onClose();
  }

  return (
    <form onSubmit={save} className="flex flex-wrap gap-2 pb-2">
      <TextInput
        ref={input}
        aria-label={t("remark")}
        placeholder={t("remarkExample")}
        maxLength={MAX_REMARK_LENGTH}
        value={text}
        onChange={(event) => setText(event.target.value)}
        {...composition.handlers}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "Escape") return;
          // The key that ends a composition is the input method's.
          if (composition.blocks(event)) return event.preventDefault();
          if (event.key === "Enter") return;
          event.preventDefault();
          onClose();
        }}
      />
      <Button type="submit" size="small" busy={running}>
        {t("save")}
      </Button>
      <Button size="small" onClick={onClose}>
        {common("cancel")}
      </Button>
    </form>
  );
}
