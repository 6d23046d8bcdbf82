import { useInbox } from "@/app/(officer)/inbox/feed/state";
import { isDanger } from "@/lib/questions/rules";
import type { QuestionKind } from "@/lib/sla/rules";
import { DEFAULT_BOOK, earliestLimit, promisesAllowed, type Terms, termsAt } from "@/lib/sla/terms";

type Asked = { accountId: string; kind: QuestionKind; dangerWord: string | null; dangerDismissedAt: Date | null };

/** What may be promised now to those who asked, all of one account: until when, by whose workdays, and how often. */
export function usePromising(questions: readonly Asked[]): { latest: Date; hours: Terms; limit: number } {
  const { serverNow, books } = useInbox();
  const at = serverNow();
  const hours = termsAt(books[questions[0]?.accountId ?? ""] ?? DEFAULT_BOOK, at);
  const asked = questions.map((question) => ({ at, kind: question.kind, urgent: isDanger(question) }));
  const limits = asked.map((one) => promisesAllowed(hours, one));
  return { latest: earliestLimit(hours, asked, at), hours, limit: Math.min(...limits) };
}
