"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { loadTags } from "@/app/(officer)/inbox/feed/loaders";
import { Button } from "@/components/ui/button";
import { MAX_TAG_LENGTH, MAX_TAGS } from "@/lib/residents/rules";
import { LineForm } from "./line-form";
import { TAG } from "./tags";
import { useTagging } from "./use-tagging";

type Props = { threadId: string; residentId: string; tags: readonly string[]; onClose: () => void };

const SUGGESTED = 6;

/** A resident's tags to add and take away, each at once; those in use elsewhere are offered, so that one thing has one word. */
export function TagForm({ onClose, ...resident }: Props) {
  const t = useTranslations("context");
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
    <div aria-busy={unsaved} className="flex flex-col gap-2 pb-2">
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
      <LineForm
        input={input}
        className="flex gap-2"
        label={t("newTag")}
        placeholder={isFull ? t("tagsFull", { most: MAX_TAGS }) : t("newTag")}
        most={MAX_TAG_LENGTH}
        readOnly={isFull}
        text={typed}
        onText={setTyped}
        onEnter={() => add(word)}
        onLeave={onClose}
      >
        <Button size="small" onClick={onClose} className="h-9">
          {unsaved ? t("saving") : t("done")}
        </Button>
      </LineForm>
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
    </div>
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
