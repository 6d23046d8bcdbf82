import { useRef, useState } from "react";
import { useRun } from "@/app/(officer)/inbox/use-run";
import { tagAction } from "./actions";

type Tagged = { threadId: string; residentId: string; tags: readonly string[] };

/**
 * A resident's tags as the officer wants them, saved one change after the other however fast they come. `unsaved`: the desk has not
 * confirmed the last one yet; when it refuses, the tags are again what they were.
 */
export function useTagging({ threadId, residentId, tags }: Tagged) {
  const { run } = useRun(threadId);
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const newest = useRef<readonly string[]>(tags);
  const saving = useRef(false);

  async function setTags(next: readonly string[]) {
    newest.current = next;
    setWanted(next);
    if (saving.current) return;
    saving.current = true;
    for (let saved: readonly string[] | null = null; saved !== newest.current; ) {
      const sent: readonly string[] = newest.current;
      saved = (await run(() => tagAction({ residentId, tags: [...sent] }))) ? sent : newest.current;
    }
    saving.current = false;
    setWanted(null);
  }

  return { tags: wanted ?? tags, unsaved: wanted !== null, setTags };
}
