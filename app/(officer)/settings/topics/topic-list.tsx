"use client";

import { useTranslations } from "next-intl";
import { useFocusBack } from "@/app/(officer)/settings/limits/use-focus-back";
import type { TopicRow as Topic } from "@/lib/questions/topics";
import { TopicRow } from "./topic-row";

/** An account's topics, and how much each is about. */
export function TopicList({ topics, isEditor }: { topics: readonly Topic[]; isEditor: boolean }) {
  const t = useTranslations("topicSettings");
  const { target, focusBack } = useFocusBack<HTMLDivElement>();
  return (
    <div ref={target} tabIndex={-1}>
      {topics.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul className="flex flex-col divide-y divide-line-2">
        {topics.map((topic) => (
          <TopicRow key={topic.id} topic={topic} isEditor={isEditor} onArchived={focusBack} />
        ))}
      </ul>
    </div>
  );
}
