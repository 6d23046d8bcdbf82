import { groupAnswers } from "@/lib/clusters/progress";
import { Refusal } from "@/lib/refusal";
import { idOf } from "@/lib/web/api-query";
import { apiRoute } from "@/lib/web/api-route";

/** How far a group answer has come: how many of its members stand where. */
export const GET = apiRoute("inbox.read", async ({ officer, params }) => {
  const [answer] = await groupAnswers(officer.scope, [idOf(params.id, "groupAnswerNotFound")]);
  if (!answer) throw new Refusal("groupAnswerNotFound");
  const { id, clusterId, text, state, writtenAt, counts } = answer;
  return { id, clusterId, text, state, writtenAt, counts };
});
