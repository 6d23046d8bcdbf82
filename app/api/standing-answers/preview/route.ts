import { importAnswersInput, MAX_SENT_KIBIBYTES } from "@/lib/standing-answers/faq/input";
import { previewImport } from "@/lib/standing-answers/import-answers";
import { alikeEarlier } from "@/lib/text/alike";
import { officerPost } from "@/lib/web/officer-route";

/** What would be saved of a file, line by line. Writes nothing. A file is too large for a server action. */
export const POST = officerPost(
  "standingAnswers.write",
  importAnswersInput,
  (input, officer) => previewImport(input, officer.scope, { alikeEarlier }),
  MAX_SENT_KIBIBYTES,
);
