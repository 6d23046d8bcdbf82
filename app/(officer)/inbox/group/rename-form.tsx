"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { TEXT_BOX } from "@/components/ui/text-input";
import type { ClusterSummary } from "@/lib/clusters/queries";
import { renameAction } from "./actions";
import type { GroupRun } from "./use-group-run";

type Props = { summary: ClusterSummary; run: GroupRun; onClose(): void };

/** The name of a group: where, and what. */
export function RenameForm({ summary, run, onClose }: Props) {
  const t = useTranslations("group");
  const common = useTranslations("common");
  const [place, setPlace] = useState(summary.place);
  const [matter, setMatter] = useState(summary.matter);
  const [saving, setSaving] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving) return;
    const named = { clusterId: summary.id, clusterVersion: summary.version, place, matter };
    setSaving(true);
    if (await run(() => renameAction(named))) onClose();
    else setSaving(false);
  }
  return (
    <form
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onClose();
      }}
      className="flex min-w-0 flex-[1_1_14rem] flex-wrap items-center gap-2"
    >
      <input
        ref={first}
        value={place}
        maxLength={20}
        aria-label={t("place")}
        placeholder={t("place")}
        onChange={({ target }) => setPlace(target.value)}
        className={`h-8 w-36 text-sm ${TEXT_BOX}`}
      />
      <span aria-hidden="true">·</span>
      <input
        value={matter}
        maxLength={20}
        required
        aria-label={t("matter")}
        placeholder={t("matter")}
        onChange={({ target }) => setMatter(target.value)}
        className={`h-8 w-36 min-w-0 max-w-72 flex-1 text-sm ${TEXT_BOX}`}
      />
      <Button size="small" type="submit" busy={saving}>
        {t("save")}
      </Button>
      <Button size="small" onClick={onClose}>
        {common("cancel")}
      </Button>
    </form>
  );
}
