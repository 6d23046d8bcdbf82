"use client";

import { LoaderCircle, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { sourceOf } from "@/app/(officer)/inbox/thread/media/media-source";
import type { Attached } from "./attached";
import type { Pictures } from "./use-pictures";

/** The pictures that go after the words, in their order, each to be taken away again. */
export function PictureShelf({ pictures: { attached, remove } }: { pictures: Pictures }) {
  const t = useTranslations("composer.pictures");
  const refusals = useTranslations("refusals");
  if (attached.length === 0) return null;
  const refused = attached.find(({ refusal }) => refusal !== null)?.refusal;
  return (
    <div className="mt-2">
      <ul aria-label={t("list")} className="flex flex-wrap gap-2">
        {attached.map((picture, place) => (
          <li key={picture.key} className="relative size-16 overflow-hidden rounded-lg border border-line bg-line-2">
            <Preview picture={picture} label={t("picture", { place: place + 1 })} />
            <button
              type="button"
              aria-label={t("remove", { place: place + 1 })}
              onClick={() => remove(picture.key)}
              className="absolute top-0.5 right-0.5 grid size-6 place-items-center rounded-full bg-black/65 text-white hover:bg-black"
            >
              <X size={14} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {refused ? (
        <p role="alert" className="mt-1 text-late text-sm">
          {refusals.has(refused) ? refusals(refused) : t("failed")}
        </p>
      ) : null}
    </div>
  );
}

function Preview({ picture: { id, refusal }, label }: { picture: Attached; label: string }) {
  const t = useTranslations("composer.pictures");
  if (id) return <img src={sourceOf(id, "thumbnail")} alt={label} className="size-full object-cover" />;
  if (refusal) return <p className="grid size-full place-items-center p-1 text-center text-late text-xs">{t("failed")}</p>;
  return (
    <p className="grid size-full place-items-center">
      <LoaderCircle size={18} aria-hidden className="motion-safe:animate-spin" />
      <span className="sr-only">{t("uploading")}</span>
    </p>
  );
}
