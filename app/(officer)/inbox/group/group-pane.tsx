"use client";

import { useTranslations } from "next-intl";
import { Suspense, useRef, useState } from "react";
import { AccountClock } from "@/app/(officer)/account-clocks";
import { runCommand } from "@/app/(officer)/inbox/keyboard/run-command";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { NoThread } from "@/app/(officer)/inbox/thread/no-thread";
import { Button } from "@/components/ui/button";
import { lazyPart } from "@/components/ui/lazy-part";
import { Answers } from "./answer/answers";
import { GroupComposer } from "./answer/group-composer";
import { useGroupAnswer } from "./answer/use-group-answer";
import { GroupHeader } from "./group-header";
import { MemberList } from "./member-list";
import { Merged } from "./merged";
import { titleOf } from "./title";
import { type Reading, useGroup } from "./use-group";
import { useGroupRun } from "./use-group-run";
import { type Membership, useMembership } from "./use-membership";

const MergeDialog = lazyPart(() => import("./merge-dialog").then(({ MergeDialog }) => MergeDialog));

type Props = { groupId: string; officer: { id: string; name: string }; onBack(): void };

/** 同一事项: everybody who asks the same, and one answer to all of them. Mounted anew for each group. */
export function GroupPane({ groupId, officer, onBack }: Props) {
  const { reading, state, summary, reload } = useGroup(groupId);
  if (!reading || !summary) return <NoThread state={state === "there" ? "loading" : state} onRetry={() => void reload()} />;
  if (summary.mergedIntoId) return <Merged fromId={groupId} intoId={summary.mergedIntoId} officerId={officer.id} />;
  // What the feed tells is newer than the members, which are read a moment later.
  const cluster = { ...reading.cluster, summary };
  return (
    <AccountClock accountId={summary.accountId}>
      <OpenGroup reading={{ ...reading, cluster }} officer={officer} reload={reload} onBack={onBack} />
    </AccountClock>
  );
}

type OpenProps = { reading: Reading; officer: { id: string; name: string }; reload(): Promise<void>; onBack(): void };

function OpenGroup({ reading: { cluster, answers, draft }, officer, reload, onBack }: OpenProps) {
  const pane = useRef<HTMLElement>(null);
  const [within, setWithin] = useState(false);
  const [merging, setMerging] = useState(false);
  const { running, run } = useGroupRun(reload);
  const answer = useGroupAnswer({ cluster, draft, officer, reload });
  const desk = useMembership({ cluster, run, toggle: answer.toggle });
  const write = (begin: () => void) => {
    begin();
    runCommand("answerGroup");
  };
  useCommand("undo", () => desk.undo?.(), { ahead: within && desk.undo !== null });
  useCommand("back", () => desk.chooseOnly([]), { ahead: within && desk.chosen.length > 0 });
  useCommand("merge", () => setMerging(true));

  return (
    <main
      id="thread"
      ref={pane}
      tabIndex={-1}
      data-group={cluster.summary.id}
      onFocus={() => setWithin(true)}
      onBlur={({ relatedTarget }) => setWithin(relatedTarget instanceof Node && pane.current?.contains(relatedTarget) === true)}
      className="grid min-h-0 min-w-0 grid-cols-1 grid-rows-[auto_auto_minmax(0,1fr)_auto] bg-bg outline-none"
    >
      <GroupHeader summary={cluster.summary} members={cluster.members} officerId={officer.id} run={run} onBack={onBack}>
        {cluster.members.length > 0 ? <MemberActions desk={desk} running={running} onMerge={() => setMerging(true)} /> : null}
      </GroupHeader>
      <Answers
        {...{ members: cluster.members, answers, officer, reload }}
        onCorrect={(wrong) => write(() => answer.correct(wrong))}
        onRewrite={(sentBack) => write(() => answer.rewrite(sentBack))}
      />
      <MemberList members={cluster.members} desk={desk} inAnswer={answer.includes} within={within} />
      {cluster.members.length > 0 || answer.words.text !== "" || answer.undoable ? (
        <GroupComposer cluster={cluster} desk={answer} />
      ) : (
        <div />
      )}
      {merging ? (
        <Suspense>
          <MergeDialog
            name={titleOf(cluster.summary)}
            accountId={cluster.summary.accountId}
            except={cluster.summary.id}
            onMerge={(into) => void desk.mergeInto(into)}
            onClose={() => setMerging(false)}
          />
        </Suspense>
      ) : null}
    </main>
  );
}

/** What is done about who belongs to the group: to the chosen ones, else to the one at hand. */
function MemberActions({ desk, running, onMerge }: { desk: Membership; running: boolean; onMerge(): void }) {
  const t = useTranslations("group");
  return (
    <>
      {desk.chosen.length > 0 ? <span className="text-ink-2 text-sm">{t("chosenCount", { count: desk.chosen.length })}</span> : null}
      <Button size="small" busy={running} onClick={() => void desk.apart()} aria-keyshortcuts="X">
        {t(desk.chosen.length > 1 ? "split" : "apart")}
      </Button>
      <Button size="small" busy={running} onClick={() => void desk.oneOnOne()} aria-keyshortcuts="T">
        {t("oneOnOne")}
      </Button>
      <Button size="small" busy={running} onClick={onMerge} aria-keyshortcuts="M">
        {t("mergeInto")}
      </Button>
    </>
  );
}
