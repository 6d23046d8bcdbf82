import { z } from "zod";
import { CLUSTER_STATUSES } from "@/lib/clusters/lists";
import { programGroupAnswerInput } from "@/lib/clusters/schema";
import { isCursor } from "@/lib/questions/order";
import { QUESTION_STATUSES } from "@/lib/questions/rules";
import { closeQuestionInput } from "@/lib/questions/schema";
import type { RefusalCode } from "@/lib/refusal";
import { programReplyInput } from "@/lib/replies/schema";
import { account, cluster, groupAnswer, pageOf, question, queuedReply, reply, thread, writtenAnswer } from "./api-answers";
import type { Operation } from "./api-operation";
import { MAX_LIMIT, pageQuery } from "./api-query";
import { MEDIA_PARTS } from "./media-response";

const OF_PAGE = "must be the nextCursor of a page before";
const bySlug = z.string().optional().describe("The slug of an account.");
const read = { method: "get", status: 200, body: null, isIdempotent: false } as const;
const onQuestion = { method: "post", status: 200, query: null, answer: question, isIdempotent: false } as const;
const written = { method: "post", status: 201, query: null, isIdempotent: true } as const;
const unsendable = ["replyEmpty", "replyTooLong", "idempotencyKeyReused"] as const satisfies RefusalCode[];

/** Every call of the API: what its routes accept and answer, and what its document says. */
export const operations = {
  listAccounts: {
    ...read,
    ...{ path: "/accounts", permission: "accounts.read", summary: "The accounts of the token, by slug.", refusals: [] },
    query: z.object(pageQuery),
    answer: pageOf(account),
  },
  listQuestions: {
    ...read,
    ...{ path: "/questions", permission: "inbox.read", refusals: ["accountNotFound"] },
    summary: "Questions, most urgent first; answered or closed ones what ended last first.",
    query: z.object({
      ...pageQuery,
      cursor: z.string().refine(isCursor, OF_PAGE).optional(),
      account: bySlug,
      status: z.enum(QUESTION_STATUSES).optional(),
      cluster: z.guid().optional().describe("The id of a cluster."),
    }),
    answer: pageOf(question),
  },
  readQuestion: {
    ...read,
    ...{ path: "/questions/{id}", permission: "inbox.read", missing: "questionNotFound", refusals: [] },
    ...{ summary: "One question.", query: null, answer: question },
  },
  claimQuestion: {
    ...onQuestion,
    ...{ path: "/questions/{id}/claim", permission: "questions.claim", missing: "questionNotFound" },
    ...{ summary: "This program answers.", body: null, refusals: ["alreadyClaimed", "questionNotOpen"] },
  },
  closeQuestion: {
    ...onQuestion,
    ...{ path: "/questions/{id}/close", permission: "questions.close", missing: "questionNotFound" },
    ...{ summary: "Ends a question without a reply.", refusals: ["questionNotOpen", "threadMoved"] },
    body: closeQuestionInput.pick({ reason: true, threadVersion: true }).strict(),
  },
  reopenQuestion: {
    ...onQuestion,
    ...{ path: "/questions/{id}/reopen", permission: "questions.close", missing: "questionNotFound" },
    ...{ summary: "Takes an answered or closed question up again, at its original due time.", body: null, refusals: ["questionNotClosed"] },
  },
  readThread: {
    ...read,
    ...{ path: "/threads/{id}", permission: "inbox.read", missing: "threadNotFound", refusals: [] },
    summary: "A thread with its newest messages in the order they came.",
    query: z.object({
      cursor: z
        .string()
        .regex(/^\d{1,18}$/, OF_PAGE)
        .optional(),
      limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(100),
    }),
    answer: thread,
  },
  readMedia: {
    ...read,
    ...{ path: "/media/{id}", permission: "inbox.read", missing: "mediaNotFound", refusals: [] },
    summary: "The file of a message, by its content's own type, whole or in parts.",
    query: z.object({ part: z.enum(MEDIA_PARTS).default("whole").describe("thumbnail: a small JPEG of a picture, or a video's still.") }),
    answer: null,
  },
  sendReply: {
    ...written,
    ...{ path: "/threads/{id}/replies", permission: "replies.send", missing: "threadNotFound" },
    ...{ summary: "Queues a reply to the resident, to be sent at once.", body: programReplyInput, answer: queuedReply },
    refusals: ["threadMoved", "windowClosed", "windowSpent", "promiseNotAllowed", ...unsendable],
  },
  readReply: {
    ...read,
    ...{ path: "/replies/{id}", permission: "inbox.read", missing: "replyNotFound", refusals: [] },
    ...{ summary: "How far a reply has come.", query: null, answer: reply },
  },
  listClusters: {
    ...read,
    ...{ path: "/clusters", permission: "inbox.read", refusals: ["accountNotFound"] },
    summary: "Questions that ask the same thing, the newest first.",
    query: z.object({
      ...pageQuery,
      cursor: z.guid(OF_PAGE).optional(),
      account: bySlug,
      status: z.enum(CLUSTER_STATUSES).optional(),
    }),
    answer: pageOf(cluster),
  },
  answerCluster: {
    ...written,
    ...{ path: "/clusters/{id}/answers", permission: "clusters.answer", missing: "clusterNotFound" },
    ...{ summary: "One text to every open question of a cluster.", body: programGroupAnswerInput, answer: writtenAnswer },
    refusals: ["clusterMoved", "answerUnderway", "nobodyReached", "namesMembers", "variableUnknown", ...unsendable],
  },
  readGroupAnswer: {
    ...read,
    ...{ path: "/group-answers/{id}", permission: "inbox.read", missing: "groupAnswerNotFound", refusals: [] },
    ...{ summary: "How many members of a group answer stand where.", query: null, answer: groupAnswer },
  },
  readDocument: {
    ...read,
    ...{ path: "/openapi.json", permission: "accounts.read", refusals: [], query: null },
    ...{ summary: "This document.", answer: z.looseObject({ openapi: z.literal("3.1.0") }) },
  },
} as const satisfies Record<string, Operation>;
