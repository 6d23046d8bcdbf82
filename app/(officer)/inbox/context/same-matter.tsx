"use client";

import { useTranslations } from "next-intl";
import { useGroups } from "@/app/(officer)/inbox/feed/groups-context";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { loadGroup } from "@/app/(officer)/inbox/group/loaders";
import { titleOf } from "@/app/(officer)/inbox/group/title";
import { useRead } from "@/app/(officer)/inbox/group/use-read";
import { leaveCommand } from "@/app/(officer)/inbox/keyboard/run-command";
import { Marked } from "@/app/(officer)/inbox/search/marked";
import { languageOf } from "@/app/language-of";
import type { ClusterSummary } from "@/lib/clusters/queries";
import type { QuestionRow } from "@/lib/questions/queries";
import { ContextSection } from "./context-section";

type Props = { cluster: ClusterSummary; question: QuestionRow; onGo?: () => void };

const SHOWN = 3;

/** Some of the others who ask the same, with what only they say marked. */
export function SameMatter({ cluster, question, onGo }: Props) {
  const t = useTranslations("group");
  const { openThread } = useInbox();
  const { openGroup } = useGroups();
  const members = useRead(`${cluster.id} ${cluster.version}`, () => loadGroup(cluster.id))?.cluster?.members ?? [];
  const others = members.filter(({ threadId }) => threadId !== question.threadId).slice(0, SHOWN);
  return (
    <ContextSection title={t("sameNamed", { count: cluster.people, name: titleOf(cluster, question.firstText) })}>
      <ul className="flex flex-col gap-2">
        {others.map((member) => (
          <li key={member.id}>
            <button
              type="button"
              onClick={() => {
                onGo?.();
                openThread(member.threadId);
              }}
              className="w-full rounded-lg border border-line px-3 py-2 text-left hover:bg-raise"
            >
              <span lang={languageOf(member.firstText)} className="line-clamp-2">
                <Marked text={member.said.join(" ")} words={member.reasons?.differing ?? []} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        onClick={() => {
          onGo?.();
          leaveCommand("openGroup", cluster.id);
          openGroup(cluster.id);
        }}
        className="mt-1 -ml-1 min-h-8 rounded-md px-1 text-info hover:underline"
      >
        {t("openAll")}
      </button>
    </ContextSection>
  );
}
