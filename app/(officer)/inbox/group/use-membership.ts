import { useTranslations } from "next-intl";
import { useState } from "react";
import { useGroups } from "@/app/(officer)/inbox/feed/groups-context";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { leaveCommand } from "@/app/(officer)/inbox/keyboard/run-command";
import { useStable } from "@/app/(officer)/inbox/use-stable";
import { toast } from "@/components/ui/toast";
import type { ClusterMember, ClusterView } from "@/lib/clusters/queries";
import { UNDO_CLOSE_SECONDS } from "@/lib/questions/rules";
import { mergeClustersAction, removeMembersAction, takeMemberAction, undoChangeAction } from "./actions";
import type { GroupRun } from "./use-group-run";

/** What can be taken back, the latest last: who was taken out of the answer or back in, and a change of the group. */
type Done = { kind: "toggled"; questionId: string } | { kind: "changed"; changeId: string; mergedId?: string };
type Given = { cluster: ClusterView; run: GroupRun; toggle(questionId: string): void };

/** What was done and can be taken back in the group that another one has just gone into. */
const doneOnTheWay = new Map<string, Done>();

export type Membership = ReturnType<typeof useMembership>;

/** Which member is at hand and which are chosen, and what is done about who belongs to the group; each can be taken back. */
export function useMembership({ cluster, run, toggle }: Given) {
  const t = useTranslations("group.changes");
  const { openThread } = useInbox();
  const { openGroup, bringBack } = useGroups();
  const { members, summary } = cluster;
  const [atId, setAtId] = useState<string | null>(null);
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<readonly Done[]>(() => takeDone(summary.id));
  const at = members.find(({ id }) => id === atId) ?? members[0] ?? null;
  const chosen = members.filter(({ id }) => chosenIds.has(id));

  /** Another member may stand for the rest from now on. */
  const moving = () => bringBack(members.map(({ id }) => id));
  const keep = (step: Done) => setDone((before) => [...before, step].slice(-50));
  const takeBack = useStable(async ({ changeId, mergedId }: { changeId: string; mergedId?: string }) => {
    setDone((before) => before.filter((step) => step.kind !== "changed" || step.changeId !== changeId));
    moving();
    if (!(await run(() => undoChangeAction({ changeId })))) return;
    toast(t("undone"), { about: "group" });
    if (mergedId) goInto(mergedId);
  });
  function goInto(groupId: string) {
    leaveCommand("openGroup", groupId);
    openGroup(groupId);
  }
  function changed(said: string, change: { changeId: string; mergedId?: string }) {
    keep({ kind: "changed", ...change });
    toast(said, { about: "group", seconds: UNDO_CLOSE_SECONDS, action: { label: t("undo"), run: () => void takeBack(change) } });
  }

  /** Out of the answer, or back in. */
  function switchMember(questionId: string) {
    toggle(questionId);
    keep({ kind: "toggled", questionId });
  }
  /** 不是同一事项: the chosen ones, else the one at hand. */
  async function apart() {
    const out = chosen.length > 0 ? chosen : at ? [at] : [];
    if (out.length === 0) return;
    moving();
    const next = members[members.findIndex(({ id }) => id === out.at(-1)?.id) + 1]?.id ?? null;
    // Where the focus goes when they are gone.
    setAtId(next);
    const result = await run(() => removeMembersAction({ clusterId: summary.id, questionIds: out.map(({ id }) => id) }));
    if (!result) return;
    setChosenIds(new Set());
    changed(t(out.length > 1 ? "split" : "removed", { count: out.length }), { changeId: result.value.changeId });
  }
  /** 单独答复. */
  async function oneOnOne(member: ClusterMember | null = at) {
    moving();
    const result = member && (await run(() => takeMemberAction({ questionId: member.id })));
    if (!result) return;
    changed(t("taken"), { changeId: result.value.changeId });
    openThread(member.threadId);
  }
  async function mergeInto(into: { id: string; name: string }) {
    moving();
    const result = await run(() => mergeClustersAction({ fromId: summary.id, intoId: into.id }));
    if (!result) return;
    const change = { changeId: result.value.changeId, mergedId: summary.id };
    changed(t("merged", { name: into.name }), change);
    doneOnTheWay.set(into.id, { kind: "changed", ...change });
    goInto(into.id);
  }
  function undo() {
    const last = done.at(-1);
    if (!last) return;
    setDone((before) => before.slice(0, -1));
    if (last.kind === "toggled") toggle(last.questionId);
    else void takeBack(last);
  }

  return {
    at,
    chosen,
    take: setAtId,
    choose: (ids: readonly string[]) => setChosenIds((before) => new Set([...before, ...ids])),
    chooseOnly: (ids: readonly string[]) => setChosenIds(new Set(ids)),
    switchMember,
    apart,
    oneOnOne,
    mergeInto,
    /** Takes the last one back, where there is one. */
    undo: done.length > 0 ? undo : null,
  };
}

function takeDone(groupId: string): Done[] {
  const done = doneOnTheWay.get(groupId);
  doneOnTheWay.delete(groupId);
  return done ? [done] : [];
}
