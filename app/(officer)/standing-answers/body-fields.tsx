"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { TEXT_BOX, TextInput } from "@/components/ui/text-input";
import { MAX_ADDRESS_LENGTH, MAX_ARTICLE_DESCRIPTION, MAX_ARTICLE_TITLE, MAX_BODY_BYTES } from "@/lib/standing-answers/bodies";
import { BODY_KINDS, type Written } from "./written";

type Props = { written: Written; faultAt(path: string): string | null; onWrite(change: Partial<Written>): void };

const MOST = {
  title: MAX_ARTICLE_TITLE,
  description: MAX_ARTICLE_DESCRIPTION,
  url: MAX_ADDRESS_LENGTH,
  pictureUrl: MAX_ADDRESS_LENGTH,
};
const bytesOf = (text: string) => new TextEncoder().encode(text.trim()).length;

/** What residents get: a text, a card, a sub-menu or a picture. Changing the kind keeps what was written to another. */
export function BodyFields({ written, faultAt, onWrite }: Props) {
  const t = useTranslations("standingAnswers");
  const { kind, text, lead, article, picture } = written;
  const line = (label: string, value: string, fault: string | null, onChange: (value: string) => void, hint?: ReactNode) => (
    <Field label={label} hint={hint} error={fault}>
      {(wiring) => <TextInput {...wiring} value={value} onChange={({ target }) => onChange(target.value)} />}
    </Field>
  );
  const area = (label: string, value: string, fault: string | null, onChange: (value: string) => void) => (
    <Field label={label} hint={t("bytes", { bytes: bytesOf(value), most: MAX_BODY_BYTES })} error={fault}>
      {(wiring) => (
        <textarea
          {...wiring}
          data-first
          rows={6}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          className={`w-full py-2 leading-relaxed ${TEXT_BOX}`}
        />
      )}
    </Field>
  );
  const card = (part: keyof typeof MOST) => {
    const fault = faultAt(`body.articles.0.${part}`);
    const hint = t("letters", { count: [...article[part].trim()].length, most: MOST[part] });
    return line(t(`article.${part}`), article[part], fault, (value) => onWrite({ article: { ...article, [part]: value } }), hint);
  };
  return (
    <div className="flex flex-col gap-3">
      <Segmented
        label={t("bodyKind")}
        segments={BODY_KINDS.map((value) => ({ value, label: t(`bodyKinds.${value}`) }))}
        value={kind}
        onChange={(chosen) => onWrite({ kind: chosen })}
      />
      {kind === "text" ? area(t("text"), text, faultAt("body.text"), (value) => onWrite({ text: value })) : null}
      {kind === "menu" ? area(t("menuLead"), lead, faultAt("body.lead"), (value) => onWrite({ lead: value })) : null}
      {kind === "articles"
        ? (["title", "description", "url", "pictureUrl"] as const).map((part) => <div key={part}>{card(part)}</div>)
        : null}
      {kind === "picture"
        ? line(
            t("mediaId"),
            picture.mediaId,
            faultAt("body.mediaId"),
            (mediaId) => onWrite({ picture: { ...picture, mediaId } }),
            t("mediaIdHint"),
          )
        : null}
    </div>
  );
}
