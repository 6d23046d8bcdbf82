import { z } from "zod";
import { isStorable } from "@/lib/notes/rules";
import { MAX_PART_BYTES, MAX_PARTS } from "@/lib/replies/rules";
import { MAX_MEMBERS } from "./rules";

const version = z.number().int().min(0).max(2_147_483_647);
const composedText = z
  .string()
  .max(MAX_PART_BYTES * MAX_PARTS)
  .refine(isStorable, "must be text");
const composedUnit = z.string().trim().min(1).max(60).refine(isStorable, "must be text");
const questionIds = z.array(z.uuid()).min(1).max(MAX_MEMBERS);

/** What is said to all, with variables as quick replies have them. An interim names the unit in charge and when residents hear again. */
const groupText = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("answer"), text: composedText }),
  z.object({ kind: z.literal("interim"), text: composedText, unit: composedUnit, promisedAt: z.coerce.date() }),
]);

/** To whom: the exact members the officer saw and chose, each with its thread as it was seen; whoever joins later stays out. */
export const groupAnswerInput = z.object({
  clusterId: z.uuid(),
  clusterVersion: version,
  members: z
    .array(z.object({ questionId: z.uuid(), threadVersion: version }))
    .min(1)
    .max(MAX_MEMBERS),
  answer: groupText,
});
/** `groupAnswerId` is made in the browser, so that a repeated request after a lost connection is the same answer. */
export const writeGroupAnswerInput = groupAnswerInput.extend({ groupAnswerId: z.uuid() });
/** From a program, which means every member of the cluster at that version. */
export const programGroupAnswerInput = z.strictObject({ text: composedText, clusterVersion: version });
export const onGroupAnswerInput = z.object({ groupAnswerId: z.uuid() });
/** 更正: another text to exactly those who got the wrong one. */
export const correctGroupAnswerInput = z.object({ groupAnswerId: z.uuid(), correctionId: z.uuid(), text: composedText });
export const letGoOnInput = z.object({ groupAnswerId: z.uuid(), until: z.date() });
export const answerLateJoinerInput = z.object({ questionId: z.uuid(), threadVersion: version, replyId: z.uuid() });

export const removeMembersInput = z.object({ clusterId: z.uuid(), questionIds });
/** `toId` null: into a cluster of their own. */
export const moveMembersInput = z.object({ toId: z.uuid().nullable(), questionIds });
export const mergeClustersInput = z.object({ fromId: z.uuid(), intoId: z.uuid() });
export const takeMemberInput = z.object({ questionId: z.uuid() });
export const undoClusterChangeInput = z.object({ changeId: z.uuid() });
const word = z.string().trim().max(20).refine(isStorable, "must be text");
export const renameClusterInput = z.object({
  clusterId: z.uuid(),
  clusterVersion: version,
  place: word,
  matter: word.refine((text) => text !== "", "must not be empty"),
});

export type GroupText = z.output<typeof groupText>;
export type PlanGroupAnswer = z.output<typeof groupAnswerInput>;
export type WriteGroupAnswer = z.output<typeof writeGroupAnswerInput>;
export type OnGroupAnswer = z.output<typeof onGroupAnswerInput>;
export type CorrectGroupAnswer = z.output<typeof correctGroupAnswerInput>;
export type LetGoOn = z.output<typeof letGoOnInput>;
export type AnswerLateJoiner = z.output<typeof answerLateJoinerInput>;
export type RemoveMembers = z.output<typeof removeMembersInput>;
export type MoveMembers = z.output<typeof moveMembersInput>;
export type MergeClusters = z.output<typeof mergeClustersInput>;
export type TakeMember = z.output<typeof takeMemberInput>;
export type UndoClusterChange = z.output<typeof undoClusterChangeInput>;
export type RenameCluster = z.output<typeof renameClusterInput>;
