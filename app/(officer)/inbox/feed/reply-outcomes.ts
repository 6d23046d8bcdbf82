import type { ThreadMessage } from "@/lib/threads/queries";

/** How a reply ended: `failed` also when nobody knows, because the officer must look in both cases. */
export type ReplyOutcome = "sent" | "failed";

/** The known outcomes with those of the officer's replies among messages just told; the same map when none of them has ended. */
export function withOutcomes(
  { outcomes, officerId }: { outcomes: ReadonlyMap<string, ReplyOutcome>; officerId: string },
  messages: readonly ThreadMessage[],
): ReadonlyMap<string, ReplyOutcome> {
  const ended = messages.flatMap(({ reply }): [string, ReplyOutcome][] => {
    if (reply?.officer.id !== officerId) return [];
    if (reply.status === "sent") return [[reply.id, "sent"]];
    return reply.status === "failed" || reply.status === "unknown" ? [[reply.id, "failed"]] : [];
  });
  return ended.length > 0 ? new Map([...outcomes, ...ended]) : outcomes;
}
