"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useRun } from "@/app/(officer)/inbox/use-run";
import { Button } from "@/components/ui/button";
import { MAX_REMARK_LENGTH } from "@/lib/residents/rules";
import { remarkAction } from "./actions";
import { LineForm } from "./line-form";

type Props = { threadId: string; residentId: string; remark: string | null; onClose: () => void };

/** What the desk calls a resident. Enter saves, Esc leaves it as it was; an empty one takes the remark away. */
export function RemarkForm({ threadId, residentId, remark, onClose }: Props) {
  const t = useTranslations("context");
  const common = useTranslations("common");
  const { running, run } = useRun(threadId);
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(remark ?? "");
  useEffect(() => input.current?.select(), []);

  async function save() {
    if (running) return;
    if (text.trim() === (remark ?? "") || (await run(() => remarkAction({ residentId, remark: text })))) onClose();
  }

  return (
    <LineForm
      input={input}
      className="flex flex-wrap gap-2 pb-2"
      label={t("remark")}
      placeholder={t("remarkExample")}
      most={MAX_REMARK_LENGTH}
      text={text}
      onText={setText}
      onEnter={() => void save()}
      onLeave={onClose}
    >
      <Button type="submit" size="small" busy={running}>
        {t("save")}
      </Button>
      <Button size="small" onClick={onClose}>
        {common("cancel")}
      </Button>
    </LineForm>
  );
}
