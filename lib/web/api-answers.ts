import { z } from "zod";
import { MEDIA_STATES } from "@/lib/messages/rules";
import { QUESTION_STATUSES } from "@/lib/questions/rules";

/** Schemas that have a name of their own in the document of the API. */
export const named = z.registry<{ id: string }>();

const id = z.uuid();
/** Written as ISO 8601 in UTC. */
const instant = z.date();
const count = z.number().int().min(0);
const REPLY_STATUSES = ["queued", "sending", "sent", "failed", "unknown", "withdrawn"] as const;

const window = z
  .object({
    closesAt: instant.nullable().describe("Until when WeChat lets us write; it may lie in the past."),
    remaining: count.describe("How many messages more."),
  })
  .register(named, { id: "Window" });

export const account = z.object({ id, slug: z.string(), name: z.string() }).register(named, { id: "Account" });

export const question = z
  .object({
    ...{ id, account: z.string().describe("The account's slug."), threadId: id },
    threadVersion: count.describe("The thread's version now; a reply must name it."),
    ...{ residentId: id, openid: z.string().describe("Names a person: keep it as a telephone number.") },
    text: z.string().describe("The resident's words in this question, a line a message."),
    openedAt: instant,
    dueAt: instant.describe("Until when the first response is owed."),
    firstRepliedAt: instant.nullable(),
    promisedAt: instant.nullable(),
    answerDueAt: instant.nullable(),
    status: z.enum(QUESTION_STATUSES),
    clusterId: id.nullable(),
    assignedTo: id.nullable().describe("The officer or program that claimed it."),
    window,
  })
  .register(named, { id: "Question" });

const media = z
  .object({
    ...{
      id,
      state: z.enum(MEDIA_STATES).describe("wanted: being fetched; gone: WeChat has it no longer; refused: nothing that is shown."),
    },
    contentType: z.string().nullable().describe("By its bytes, whatever anybody said of it."),
    bytes: count.nullable(),
    width: count.nullable().describe("Pixels, as it is seen."),
    height: count.nullable(),
    seconds: z.number().nullable().describe("How long it plays."),
    address: z.string().nullable().describe("Where it is, while it is stored: read it with the token."),
    thumbnailAddress: z.string().nullable(),
  })
  .register(named, { id: "Media" });

const message = z
  .object({
    ...{ id, direction: z.enum(["inbound", "outbound"]), kind: z.string(), text: z.string(), at: instant },
    media: media.optional().describe("Of a picture, a voice message or a video."),
    replyStatus: z.enum(REPLY_STATUSES).optional().describe("Of an outbound message that belongs to a reply."),
  })
  .register(named, { id: "Message" });

export const thread = z
  .object({
    ...{ id, account: z.string().nullable(), residentId: id, openid: z.string(), version: count, window },
    messages: z.array(message).describe("In the order they came."),
    nextCursor: z.string().nullable().describe("Leads to earlier messages."),
  })
  .register(named, { id: "Thread" });

export const queuedReply = z.object({ id, status: z.literal("queued") }).register(named, { id: "QueuedReply" });
export const reply = z
  .object({
    ...{ id, threadId: id, status: z.enum(REPLY_STATUSES), attempts: count },
    error: z.string().nullable().describe("Why WeChat did not take it: a code."),
  })
  .register(named, { id: "Reply" });

export const cluster = z
  .object({
    ...{ id, account: z.string(), title: z.string(), version: count, size: count, questionIds: z.array(id) },
    dueAt: instant.nullable(),
  })
  .register(named, { id: "Cluster" });

export const writtenAnswer = z
  .object({ id, reached: count, missed: count, awaitsApproval: z.boolean() })
  .register(named, { id: "WrittenGroupAnswer" });

const PROGRESSES = ["waiting", "queued", "sending", "sent", "failed", "unknown", "held", "unreachable", "withdrawn"] as const;
export const groupAnswer = z
  .object({
    ...{ id, clusterId: id, text: z.string(), state: z.enum(["awaitsApproval", "sending", "paused", "done", "withdrawn"]) },
    writtenAt: instant,
    counts: z.record(z.enum(PROGRESSES), count),
  })
  .register(named, { id: "GroupAnswer" });

/** A page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable().describe("For the next page; null: this was the last.") });
}
