"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { loadClusters } from "@/app/(officer)/inbox/feed/loaders";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextInput } from "@/components/ui/text-input";
import type { ClusterSummary } from "@/lib/clusters/queries";
import { titleOf } from "./title";

/** `name`: of what goes over; `except`: the group it is in now. */
type Props = {
  name: string;
  accountId: string;
  except: string | null;
  onMerge(into: { id: string; name: string }): void;
  onClose(): void;
};

/** After the last letter so long, milliseconds. */
const PAUSE = 200;

/** 并入: finds another group by words; with words typed, Enter takes the first one found. */
export function MergeDialog({ name, accountId, except, onMerge, onClose }: Props) {
  const t = useTranslations("group.merge");
  const common = useTranslations("common");
  const [words, setWords] = useState("");
  const sought = words.trim();
  const found = useFound(sought, accountId, except);

  function choose(cluster: ClusterSummary | undefined) {
    if (!cluster) return;
    onClose();
    onMerge({ id: cluster.id, name: titleOf(cluster) || t("unnamed") });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (sought !== "") choose(found?.[0]);
  }
  return (
    <Dialog open title={t("title", { name: name || t("unnamed") })} closeLabel={common("close")} onClose={onClose}>
      <form onSubmit={submit}>
        <TextInput
          value={words}
          maxLength={40}
          aria-label={t("search")}
          placeholder={t("search")}
          onChange={({ target }) => setWords(target.value)}
        />
      </form>
      <ul aria-label={t("found")} className="mt-2 flex max-h-72 flex-col overflow-y-auto">
        {(found ?? []).map((cluster, place) => (
          <li key={cluster.id}>
            <button
              type="button"
              onClick={() => choose(cluster)}
              className={`flex min-h-9 w-full items-center gap-3 rounded-md px-2.5 text-left ${place === 0 && sought !== "" ? "bg-sel" : "hover:bg-line-2"}`}
            >
              <span className="min-w-0 flex-1 truncate">{titleOf(cluster) || t("unnamed")}</span>
              <span className="text-ink-3 text-sm">{t("people", { count: cluster.people })}</span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="mt-1 text-ink-3 text-sm">
        {found === null ? t("loading") : found.length === 0 ? t("none") : t(sought === "" ? "hintChoose" : "hint")}
      </p>
      <div className="mt-3 flex justify-end">
        <Button onClick={onClose}>{common("cancel")}</Button>
      </div>
    </Dialog>
  );
}

/** Null until it is known what these very words find. */
function useFound(words: string, accountId: string, except: string | null): ClusterSummary[] | null {
  const [known, setKnown] = useState<{ words: string; found: ClusterSummary[] } | null>(null);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(async () => {
      const read = await loadClusters({ q: words }).catch(() => null);
      const others = (read?.clusters ?? []).filter((cluster) => cluster.id !== except && cluster.accountId === accountId);
      if (wanted) setKnown({ words, found: others.slice(0, 20) });
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [words, accountId, except]);
  return known?.words === words ? known.found : null;
}
