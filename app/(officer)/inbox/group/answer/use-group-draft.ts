import { useEffect, useState } from "react";
import { useShared } from "@/app/(officer)/inbox/feed/shared-value";
import { useInbox } from "@/app/(officer)/inbox/feed/state";
import type { GroupDraftReading } from "@/lib/drafts/queries";
import { groupDraftSaver } from "./group-drafts";
import { type GroupWords, TO_ALL } from "./group-words";

/** What the officer is writing to a group, kept by the server as it is written. `reading`: what the server had when the group was read. */
export function useGroupDraft(clusterId: string, reading: GroupDraftReading) {
  const { officer, serverNow } = useInbox();
  const [saver] = useState(() => groupDraftSaver(officer.id, clusterId, reading));
  const { draft, status, other } = useShared(saver.state);
  useEffect(() => saver.recover(), [saver]);
  useEffect(() => saver.learn(reading), [saver, reading]);
  useEffect(() => () => void saver.flush(), [saver]);
  return {
    words: draft,
    status,
    other,
    write: (words: GroupWords) => saver.write(words),
    /** About to be handed to the desk as it stands. */
    attempt: () => saver.attempt(saver.draft.seen),
    /** The desk has not taken it, or nobody knows. */
    release: () => saver.release(),
    sent: () => saver.sent(TO_ALL, serverNow()),
    keepMine: () => saver.keepMine(),
    takeOther: () => saver.takeOther(),
  };
}
