import type { AccountTopics, TopicChoice } from "@/lib/questions/topics";

/** What questions can be about, by account. */
export type Topics = ReadonlyMap<string, readonly TopicChoice[]>;

/** With the lists that were told, each in the place of its account's former one. */
export function withTopics(known: Topics, told: readonly AccountTopics[]): Topics {
  return told.length === 0 ? known : new Map([...known, ...told.map(({ accountId, topics }) => [accountId, topics] as const)]);
}
