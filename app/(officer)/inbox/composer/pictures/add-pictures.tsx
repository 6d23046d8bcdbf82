"use client";

import { ImagePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { MOST_PICTURES } from "./attached";
import type { Pictures } from "./use-pictures";

const TYPES = "image/jpeg,image/png,image/gif,image/webp";

/** Chooses pictures from the machine. */
export function AddPictures({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const t = useTranslations("composer.pictures");
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="file"
        accept={TYPES}
        multiple
        hidden
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <Button size="small" aria-label={t("add")} title={t("add")} onClick={() => field.current?.click()}>
        <ImagePlus size={16} aria-hidden />
      </Button>
    </>
  );
}

/** Takes in what is chosen, pasted or dropped, and says when it was too much. */
export function useAdding(pictures: Pictures): (files: readonly File[]) => void {
  const t = useTranslations("composer.pictures");
  return (files) => {
    if (!pictures.add(files)) toast(t("tooMany", { limit: MOST_PICTURES }), { tone: "danger" });
  };
}
