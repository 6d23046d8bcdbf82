"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

type Props = { codes: readonly string[]; done: string; onDone: () => void };

/** Codes that nobody is shown again, for when the telephone is lost. */
export function RecoveryCodes({ codes, done, onDone }: Props) {
  const t = useTranslations("identity");
  const notice = useRef<HTMLParagraphElement>(null);
  // What was pressed is gone: readers of the screen hear what stands here instead.
  useEffect(() => notice.current?.focus(), []);
  const written = codes.map((code) => code.replace(/(.{4})(?=.)/g, "$1-"));

  async function copy() {
    // Over plain http a browser has no clipboard for us: the codes can be selected.
    const copied = await navigator.clipboard?.writeText(written.join("\n")).then(
      () => true,
      () => false,
    );
    toast(copied ? t("copied") : t("notCopied"));
  }

  return (
    <div className="flex flex-col gap-4">
      <p ref={notice} tabIndex={-1} className="rounded-lg bg-soon-bg px-3 py-2 text-soon outline-none">
        {t("codesOnce")}
      </p>
      <ul className="grid grid-cols-1 gap-x-6 gap-y-1 font-mono text-sm sm:grid-cols-2">
        {written.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button tone="primary" onClick={onDone}>
          {done}
        </Button>
        <Button onClick={() => void copy()}>{t("copy")}</Button>
      </div>
    </div>
  );
}
