"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useComposition } from "@/app/(officer)/inbox/composer/use-composition";
import { loadTags } from "@/app/(officer)/inbox/feed/loaders";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { MAX_TAG_LENGTH, MAX_TAGS } from "@/lib/residents/rules";
import { TAG } from "./tags";
import { useTagging } from "./use-tagging";

type Props = { threadId: string; residentId: string; tags: readonly string[]; onClose: () => void };

const SUGGESTED = 6;

/** A resident's tags to add and take away, each at once; those in use elsewhere are offered, so that one thing has one word. */
export function TagForm({ onClose, ...resident }: Props) {
  const t = useTranslations("context");
  const composition = useComposition();
  const { tags, unsaved, setTags } = useTagging(resident);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const inUse = useTagsInUse();
  const isFull = tags.length >= MAX_TAGS;
  const word = typed.trim();
  const offered = isFull ? [] : inUse.filter((tag) => !tags.includes(tag) && tag.includes(word)).slice(0, SUGGESTED);
  useEffect(() => input.current?.focus(), []);

  function set(next: readonly string[]) {
    input.current?.focus();
    setTyped("");
    void setTags(next);
  }
  function add(tag: string) {
    if (tag === "" || tags.includes(tag)) return setTyped("");
    if (!isFull) set([...tags, tag]);
  }

  return (
    <form
      aria-busy={unsaved}
      className="flex flex-col gap-2 pb-2"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        add(word);
      }}
    >
      <ul aria-label={t("tags")} className="flex flex-wrap gap-1.5 empty:hidden">
        {tags.map((tag) => (
          <li key={tag}>
            <button
              type="button"
              aria-label={t("removeTag", { tag })}
              onClick={() => set(tags.filter((one) => one !== tag))}
              className={`${TAG} inline-flex min-h-8 items-center gap-1 pr-1 hover:text-ink`}
            >
              {tag}
              <X size={14} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <div className="flex gap-2">
        <TextInput
          ref={input}
          aria-label={t("newTag")}
          placeholder={isFull ? t("tagsFull", { most: MAX_TAGS }) : t("newTag")}
          readOnly={isFull}
          maxLength={MAX_TAG_LENGTH}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
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
        <Button size="small" onClick={onClose} className="h-9">
          {unsaved ? t("saving") : t("done")}
        </Button>
      </div>
      {offered.length > 0 ? (
        <ul aria-label={t("tagsInUse")} className="flex flex-wrap gap-1.5">
          {offered.map((tag) => (
            <li key={tag}>
              <button type="button" aria-label={t("addTag", { tag })} onClick={() => add(tag)} className={`${TAG} min-h-8 hover:text-info`}>
                + {tag}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </form>
  );
}

/** Empty until they have been read; without them one types. */
function useTagsInUse(): readonly string[] {
  const [tags, setTags] = useState<readonly string[]>([]);
  useEffect(() => {
    let over = false;
    loadTags()
      .then((read) => !over && setTags(read.tags))
      .catch(() => undefined);
    return () => {
      over = true;
    };
  }, []);
  return tags;
}
