import { useRef, useState } from "react";
import { useRun } from "@/app/(officer)/inbox/use-run";
import { SECOND } from "@/lib/time/rules";
import { tagAction } from "./actions";

type Tagged = { threadId: string; residentId: string; tags: readonly string[] };
type Wanted = { tags: readonly string[]; saved: boolean };

/** The feed has told of a change before that, milliseconds; until then the saved tags count, lest the next change begin from older ones. */
const TOLD = 3 * SECOND;

/**
 * A resident's tags as the officer wants them, saved one change after the other however fast they come. `unsaved`: the desk has not
 * confirmed the last one yet; when it refuses, the tags are again what they were.
 */
export function useTagging({ threadId, residentId, tags }: Tagged) {
  const { run } = useRun(threadId);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const newest = useRef<readonly string[]>(tags);
  const saving = useRef(false);

  async function setTags(next: readonly string[]) {
    newest.current = next;
    setWanted({ tags: next, saved: false });
    if (saving.current) return;
    saving.current = true;
    let done = false;
    for (let sent: readonly string[] | null = null; sent !== newest.current; ) {
      const sending: readonly string[] = newest.current;
      sent = sending;
      done = (await run(() => tagAction({ residentId, tags: [...sending] }))) !== null;
      if (!done) break;
    }
    saving.current = false;
    if (!done) return setWanted(null);
    const saved = { tags: newest.current, saved: true };
    setWanted(saved);
    setTimeout(() => setWanted((now) => (now === saved ? null : now)), TOLD);
  }

  return { tags: wanted?.tags ?? tags, unsaved: wanted !== null && !wanted.saved, setTags };
}
