import { z } from "zod";
import { isStorable, MAX_NOTE_LENGTH } from "@/lib/notes/rules";
import { QUESTION_KINDS } from "@/lib/sla/rules";
import { CLOSE_REASONS, MAX_BULK, MAX_TOPIC_LENGTH } from "./rules";

const threadVersion = z.number().int().min(0).max(2_147_483_647).optional();

export const questionInput = z.object({ questionId: z.uuid() });
/** `threadVersion`: the thread as it was seen; an action that puts a question out of sight is refused when more has been said since. */
export const seenQuestionInput = z.object({ questionId: z.uuid(), threadVersion });
export const closeQuestionInput = z.object({ questionId: z.uuid(), threadVersion, reason: z.enum(CLOSE_REASONS) });
/** `assignedToId`: who answers it as far as was seen; the release is refused when somebody else does by now. */
export const releaseQuestionInput = z.object({ questionId: z.uuid(), assignedToId: z.uuid().optional() });
export const openQuestionInput = z.object({ messageId: z.uuid() });
/** `seenAssigneeId`: who answers it as far as was seen, null for nobody; refused when somebody else does by now. */
export const assignQuestionInput = z.object({ questionId: z.uuid(), toId: z.uuid(), seenAssigneeId: z.uuid().nullable().optional() });
export const handOverQuestionInput = z.object({
  questionId: z.uuid(),
  toId: z.uuid(),
  note: z.string().trim().min(1).max(MAX_NOTE_LENGTH).refine(isStorable),
});
export const snoozeQuestionInput = z.object({ questionId: z.uuid(), threadVersion, until: z.date() });
export const splitQuestionInput = z.object({ questionId: z.uuid(), threadVersion, messageIds: z.array(z.uuid()).min(1).max(100) });
export const setQuestionKindInput = z.object({ questionId: z.uuid(), kind: z.enum(QUESTION_KINDS) });
/** `topicId` null: none. */
export const setQuestionTopicInput = z.object({ questionId: z.uuid(), topicId: z.uuid().nullable() });
/** A new topic, or, with its id, a new name. */
export const saveTopicInput = z.object({
  accountId: z.uuid(),
  topicId: z.uuid().optional(),
  name: z.string().trim().min(1).max(MAX_TOPIC_LENGTH).refine(isStorable),
});
export const topicInput = z.object({ topicId: z.uuid() });

const questionIds = z.array(z.uuid()).min(1).max(MAX_BULK);
/** Thread versions as they were seen, by question. */
const threadVersions = z.record(z.uuid(), z.number().int().min(0).max(2_147_483_647)).optional();

export const bulkAssignInput = z.object({ questionIds, toId: z.uuid() });
export const bulkSnoozeInput = z.object({ questionIds, threadVersions, until: z.date() });
export const bulkCloseInput = z.object({ questionIds, threadVersions, reason: z.enum(CLOSE_REASONS) });

const done = <Before extends z.ZodRawShape>(before: Before) =>
  z
    .array(z.object({ questionId: z.uuid(), ...before }))
    .min(1)
    .max(MAX_BULK);
/** What a bulk action did, as its result says, to be taken back. */
export const undoBulkInput = z.discriminatedUnion("what", [
  z.object({ what: z.literal("assign"), toId: z.uuid(), done: done({ previousId: z.uuid().nullable() }) }),
  z.object({ what: z.literal("snooze"), done: done({ until: z.date(), previous: z.date().nullable() }) }),
  z.object({ what: z.literal("close"), done: done({}) }),
]);

export type OnQuestion = z.output<typeof questionInput>;
export type OnSeenQuestion = z.output<typeof seenQuestionInput>;
export type CloseQuestion = z.output<typeof closeQuestionInput>;
export type ReleaseQuestion = z.output<typeof releaseQuestionInput>;
export type OpenQuestion = z.output<typeof openQuestionInput>;
export type AssignQuestion = z.output<typeof assignQuestionInput>;
export type HandOverQuestion = z.output<typeof handOverQuestionInput>;
export type SnoozeQuestion = z.output<typeof snoozeQuestionInput>;
export type SplitQuestion = z.output<typeof splitQuestionInput>;
export type SetQuestionKind = z.output<typeof setQuestionKindInput>;
export type SetQuestionTopic = z.output<typeof setQuestionTopicInput>;
export type SaveTopic = z.output<typeof saveTopicInput>;
export type OnTopic = z.output<typeof topicInput>;
export type BulkAssign = z.output<typeof bulkAssignInput>;
export type BulkSnooze = z.output<typeof bulkSnoozeInput>;
export type BulkClose = z.output<typeof bulkCloseInput>;
export type UndoBulk = z.output<typeof undoBulkInput>;
