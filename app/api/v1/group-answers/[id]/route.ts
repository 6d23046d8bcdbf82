import { groupAnswers } from "@/lib/clusters/progress";
import { Refusal } from "@/lib/refusal";
import { apiMethods, apiOperation } from "@/lib/web/api-operation";
import { operations } from "@/lib/web/api-operations";

/** How far a group answer has come: how many of its members stand where. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiMethods({
  GET: apiOperation(operations.readGroupAnswer, async ({ officer, id: groupAnswerId }) => {
    const [answer] = await groupAnswers(officer.scope, [groupAnswerId]);
    if (!answer) throw new Refusal("groupAnswerNotFound");
    const { id, clusterId, text, state, writtenAt, counts } = answer;
    return { id, clusterId, text, state, writtenAt, counts };
  }),
});
