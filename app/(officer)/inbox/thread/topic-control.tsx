"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { setTopicAction } from "@/app/(officer)/inbox/actions";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { useRun } from "@/app/(officer)/inbox/use-run";
import { Menu } from "@/components/ui/menu";
import { MenuChoice, MenuGroup } from "@/components/ui/menu-item";
import type { QuestionRow } from "@/lib/questions/queries";
import type { TopicChoice } from "@/lib/questions/topics";

/** What a question is about, from the short list of its account (`topics`); reports count by it. */
export function TopicControl({ question, topics }: { question: QuestionRow; topics: readonly TopicChoice[] }) {
  const t = useTranslations("together.topic");
  const { running, run } = useRun(question.threadId);
  const around = useRef<HTMLSpanElement>(null);
  const { id: questionId, topic } = question;
  // A name that was changed since the row was read stands in the list.
  const name = topic && (topics.find(({ id }) => id === topic.id) ?? topic).name;
  const set = (topicId: string | null) => void run(() => setTopicAction({ questionId, topicId }));
  useCommand("setTopic", () => around.current?.querySelector<HTMLElement>("[aria-haspopup=menu]")?.click());

  return (
    <span ref={around}>
      <Menu
        disabled={running}
        label={name ? t("menu", { name }) : t("menuNone")}
        className="-mx-1.5 inline-flex min-h-8 items-center gap-0.5 rounded-md px-1.5 hover:bg-line-2 hover:text-ink"
        button={
          <>
            {name ?? t("none")}
            <ChevronDown size={14} aria-hidden />
          </>
        }
      >
        <MenuGroup label={t("topics")}>
          {topics.map(({ id, name: choice }) => (
            <MenuChoice key={id} kind="radio" checked={id === topic?.id} onSelect={() => set(id)}>
              {choice}
            </MenuChoice>
          ))}
          <MenuChoice kind="radio" checked={topic === null} onSelect={() => set(null)}>
            {t("noTopic")}
          </MenuChoice>
        </MenuGroup>
      </Menu>
    </span>
  );
}
