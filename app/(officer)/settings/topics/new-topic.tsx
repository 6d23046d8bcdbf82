"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/components/ui/toast";
import { MAX_TOPIC_LENGTH } from "@/lib/questions/rules";
import { TopicForm } from "./topic-form";

/** Adds topics to an account's list, one after the other. */
export function NewTopic({ accountId }: { accountId: string }) {
  const t = useTranslations("topicSettings");
  const [added, setAdded] = useState(0);
  return (
    <TopicForm
      key={added}
      label={t("new")}
      hint={t("newHint", { most: MAX_TOPIC_LENGTH })}
      action={t("add")}
      topic={{ accountId, name: "" }}
      autoFocus={added > 0}
      onSaved={(name) => {
        setAdded(added + 1);
        toast(t("added", { name }));
      }}
    />
  );
}
