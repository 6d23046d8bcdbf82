import { importAnswersInput, MAX_SENT_KIBIBYTES } from "@/lib/standing-answers/faq/input";
import { importAnswers } from "@/lib/standing-answers/import-answers";
import { officerPost } from "@/lib/web/officer-route";

/** 导入: every line of a file as a draft, or none. */
export const POST = officerPost(
  "standingAnswers.write",
  importAnswersInput,
  (input, officer) => importAnswers(input, officer),
  MAX_SENT_KIBIBYTES,
);
