"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "@/components/ui/form-alert";
import { toast } from "@/components/ui/toast";
import { FAQ_FORMATS } from "@/lib/standing-answers/faq/columns";
import { type ImportAnswers, MAX_FAQ_KIBIBYTES } from "@/lib/standing-answers/faq/input";
import type { FaqPreview } from "@/lib/standing-answers/faq/preview";
import { PreviewTable } from "./preview-table";
import { importFile, previewFile } from "./send-file";

type Props = { accountId: string; now: Date };

/** A file is chosen, looked at line by line, and saved as drafts when every line can be. */
export function FaqImport({ accountId, now }: Props) {
  const t = useTranslations("standingAnswers.import");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const [chosen, setChosen] = useState<{ file: string; input: ImportAnswers; preview: FaqPreview } | null>(null);
  const latest = useRef<File | undefined>(undefined);
  const [wrong, setWrong] = useState("");
  const [work, setWork] = useState<"reading" | "saving" | null>(null);

  async function read(file: File | undefined) {
    setChosen(null);
    latest.current = file;
    const format = FAQ_FORMATS.find((one) => file?.name.toLowerCase().endsWith(`.${one}`));
    const isLarge = (file?.size ?? 0) > MAX_FAQ_KIBIBYTES * 1_024;
    setWrong(file && !format ? t("unknownFormat") : isLarge ? t("tooLarge", { most: MAX_FAQ_KIBIBYTES }) : "");
    if (!file || !format || isLarge) return setWork(null);
    setWork("reading");
    const input = { accountId, format, content: base64Of(await file.arrayBuffer()) };
    const result = await previewFile(input);
    if (latest.current !== file) return;
    setWork(null);
    if (!result) setWrong(common("unreachable"));
    else if (!result.ok) setWrong(refusals(result.refusal, result.facts));
    else if (result.value.fault) setWrong(t(`fileFaults.${result.value.fault}`));
    else setChosen({ file: file.name, input, preview: result.value });
  }

  async function save(input: ImportAnswers) {
    if (work) return;
    setWork("saving");
    const result = await importFile(input);
    setWork(null);
    setWrong(!result ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (!result?.ok) return;
    toast(t("saved", { count: result.value.count }));
    setChosen(null);
    router.push("/standing-answers");
    router.refresh();
  }

  const faulty = chosen?.preview.lines.filter(({ entry, duplicates }) => !entry || duplicates.some(({ isGrave }) => isGrave)).length ?? 0;
  return (
    <div className="flex flex-col gap-3">
      <Field label={t("file")} hint={t("fileHint", { most: MAX_FAQ_KIBIBYTES })}>
        {(wiring) => (
          <label className={`${buttonClass()} relative self-start has-focus-visible:outline-2 has-focus-visible:outline-info`}>
            <FileUp size={15} aria-hidden />
            {t("choose")}
            <input
              {...wiring}
              type="file"
              accept={FAQ_FORMATS.map((format) => `.${format}`).join(",")}
              onChange={({ target }) => {
                void read(target.files?.[0]);
                // So that the same file, corrected, can be chosen again.
                target.value = "";
              }}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
          </label>
        )}
      </Field>
      <FormAlert>{wrong}</FormAlert>
      <p role="status" className="text-ink-2">
        {work === "reading" ? t("reading") : null}
        {chosen ? t(faulty === 0 ? "good" : "bad", { file: chosen.file, count: chosen.preview.lines.length, faulty }) : null}
      </p>
      {chosen ? (
        <>
          <PreviewTable lines={chosen.preview.lines} now={now} />
          {chosen.preview.ready ? (
            <Button tone="primary" className="self-start" busy={work === "saving"} onClick={() => void save(chosen.input)}>
              {work === "saving" ? t("saving") : t("save", { count: chosen.preview.lines.length })}
            </Button>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

/** In pieces: the letters of a whole file are more arguments than a call takes. */
function base64Of(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += 8_192) pieces.push(String.fromCharCode(...bytes.subarray(from, from + 8_192)));
  return btoa(pieces.join(""));
}
