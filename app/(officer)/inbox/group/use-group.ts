import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { useGroups } from "@/app/(officer)/inbox/feed/groups-context";
import type { GroupAnswerSummary } from "@/lib/clusters/progress";
import type { ClusterView } from "@/lib/clusters/queries";
import type { GroupDraftReading } from "@/lib/drafts/queries";
import { loadGroup, tellLook } from "./loaders";

/** News of a large group come often: it is read at most so often, milliseconds. */
const PAUSE = 400;

export type Reading = { cluster: ClusterView; answers: GroupAnswerSummary[]; draft: GroupDraftReading };

/** A group as the server reads it, again whenever the feed tells of it. Looking at it makes its newcomers known to the officer. */
export function useGroup(clusterId: string) {
  const { clusters, answers, looked } = useGroups();
  const [reading, setReading] = useState<Reading | null>(null);
  const [state, setState] = useState<"loading" | "there" | "failed" | "missing">("loading");
  const newest = useRef<Date | null>(null);

  const reload = useCallback(async () => {
    const read = await loadGroup(clusterId).catch(() => null);
    if (!read) return setState((was) => (was === "there" ? was : "failed"));
    if (newest.current && read.readAt < newest.current) return;
    newest.current = read.readAt;
    setState(read.cluster ? "there" : "missing");
    setReading(read.cluster && { cluster: read.cluster, answers: read.answers, draft: read.draft });
  }, [clusterId]);

  const told = clusters.get(clusterId);
  const ours = [...answers.values()].findLast((answer) => answer.clusterId === clusterId);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const first = useRef(true);
  // Both change with every telling of the feed; neither is read here.
  const news = useRef<unknown[]>([]);
  useEffect(() => {
    const moved = news.current[0] !== told || news.current[1] !== ours;
    news.current = [told, ours];
    if (first.current) {
      first.current = false;
      void reload();
    } else if (moved && timer.current === null) {
      timer.current = setTimeout(() => {
        timer.current = null;
        void reload();
      }, PAUSE);
    }
  }, [told, ours, reload]);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);

  const arrivals = reading?.cluster.summary.arrivals ?? null;
  const look = useEffectEvent(async () => {
    const seen = await tellLook(clusterId);
    if (seen !== null) looked(clusterId, seen);
  });
  useEffect(() => {
    if (arrivals !== null) void look();
  }, [arrivals]);

  const summary = told ?? reading?.cluster.summary ?? null;
  return { reading, state, summary, reload };
}
