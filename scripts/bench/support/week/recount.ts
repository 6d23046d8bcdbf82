import { query } from "@/scripts/bench/support/database";
import { clockByWalking } from "./calendar";

/** What became of one question, read from what was said and done alone. */
export type Recounted = {
  id: string;
  openedAt: Date;
  countedFrom: Date;
  dueAt: Date;
  firstRespondedAt: Date | null;
  answeredAt: Date | null;
  closedAt: Date | null;
};

type Step = { at: Date; order: number } & (
  | { what: "said"; question: string; seq: number; content: boolean }
  | { what: "replied"; kind: "answer" | "ask" | "interim"; counts: boolean; through: number }
  | { what: "closed" | "reopened" | "closeUndone"; question: string }
);

/**
 * Plays every thread again from its messages, the replies that WeChat took and the events of closing, in order, without a look at
 * what the desk keeps of its questions: independent of lib/, and slow.
 */
export async function recountQuestions(databaseUrl: string): Promise<Map<string, Recounted>> {
  const steps = await stepsByThread(databaseUrl);
  return new Map([...steps.values()].flatMap((thread) => playThread(thread).map((question) => [question.id, question] as const)));
}

async function stepsByThread(url: string): Promise<Map<string, Step[]>> {
  const rows = await query<{ thread: string; step: Step }>(
    url,
    `SELECT thread, step FROM (
       SELECT "threadId" AS thread, seq, "receivedAt" AS at, jsonb_build_object('what', 'said', 'at', "at", 'order', seq, 'question', "questionId", 'seq', seq, 'content', nature = 'content') AS step
         FROM "Message" WHERE direction = 'inbound' AND "questionId" IS NOT NULL
       UNION ALL
       SELECT r."threadId", e.id, e.at, jsonb_build_object('what', 'replied', 'at', e.at, 'order', e.id, 'kind', r.kind, 'counts', (e.facts ->> 'counts')::boolean, 'through', r."answersThroughSeq")
         FROM "Event" e JOIN "Reply" r ON r.id = e."replyId" WHERE e.type = 'reply.sent'
       UNION ALL
       SELECT "threadId", id, at, jsonb_build_object('what', substr(type, 10), 'at', at, 'order', id, 'question', "questionId")
         FROM "Event" WHERE type IN ('question.closed', 'question.reopened', 'question.closeUndone')
     ) steps ORDER BY thread, at, seq`,
  );
  const threads = new Map<string, Step[]>();
  for (const { thread, step } of rows) {
    const known = threads.get(thread) ?? [];
    known.push({ ...step, at: new Date(step.at) });
    threads.set(thread, known);
  }
  return threads;
}

function playThread(steps: readonly Step[]): Recounted[] {
  const questions = new Map<string, Recounted & { seqs: number[] }>();
  for (const step of steps) {
    if (step.what === "said") {
      const known = questions.get(step.question);
      if (known) known.seqs.push(step.seq);
      else if (step.content)
        questions.set(step.question, {
          id: step.question,
          seqs: [step.seq],
          openedAt: step.at,
          ...clockByWalking(step.at),
          firstRespondedAt: null,
          answeredAt: null,
          closedAt: null,
        });
    } else if (step.what === "replied") {
      if (!step.counts) continue;
      for (const question of questions.values()) {
        const open = !question.answeredAt && !question.closedAt;
        if (!open || !question.seqs.some((seq) => seq <= step.through)) continue;
        question.firstRespondedAt ??= step.at;
        if (step.kind === "answer") question.answeredAt = step.at;
      }
    } else {
      const question = questions.get(step.question);
      if (question) question.closedAt = step.what === "closed" ? step.at : null;
      if (question && step.what === "reopened") question.answeredAt = null;
    }
  }
  return [...questions.values()].map(({ seqs: _, ...question }) => question);
}
