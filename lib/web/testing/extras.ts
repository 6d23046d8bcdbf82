import { v7 as uuid } from "uuid";
import { DEFAULT_EMERGENCY } from "@/lib/accounts/rules";
import { DEFAULT_SATISFACTION } from "@/lib/ratings/rules";
import { DEFAULT_CALENDAR } from "@/lib/sla/calendar";
import { DEFAULT_POLICY } from "@/lib/sla/terms";
import { draft } from "@/lib/standing-answers/testing";
import type { Known } from "./samples";

type Records = { known: Known; slugs: { account: string } };
type More = { input?: object; params?: Record<string, unknown>; query?: object };

const { askText, thanksText, notSolvedText } = DEFAULT_SATISFACTION;
const onId = (name: string) => (records: Records) => ({ params: { id: records.known[name] } });
const ofAccount = ({ slugs }: Records) => ({ query: slugs });
const inOwnName = () => ({ input: { replyId: uuid() } });

/** What a door needs besides what its schema says by its shape. */
export const EXTRAS: Record<string, (records: Records) => More> = {
  "/inbox/[[...thread]]": ({ known }) => ({ params: { thread: [known.threadId] } }),
  "/settings/quick-replies/[id]": onId("sharedReplyId"),
  "/standing-answers/[id]": onId("standingAnswerId"),
  "/rate/[token]": () => ({ params: { token: "-" } }),
  "/settings/audit": ofAccount,
  "/settings/calendar": ofAccount,
  "/settings/time-limits": ofAccount,
  "GET /api/audit/export": ({ slugs }) => ({ input: { ...slugs, person: "", kind: "", record: "" } }),
  "POST /board/session": () => ({ input: { secret: "x" } }),
  "GET /api/standing-answers/export": ({ slugs }) => ({ input: slugs }),
  "GET /api/v1/questions/[id]": onId("questionId"),
  "GET /api/v1/threads/[id]": onId("threadId"),
  "GET /api/v1/replies/[id]": onId("replyId"),
  "GET /api/v1/group-answers/[id]": onId("groupAnswerId"),
  "POST /api/v1/questions/[id]/claim": onId("questionId"),
  "POST /api/v1/questions/[id]/reopen": onId("questionId"),
  "POST /api/v1/questions/[id]/close": ({ known }) => ({ params: { id: known.questionId }, input: { reason: "repeated" } }),
  "POST /api/v1/threads/[id]/replies": ({ known }) => ({
    ...{ params: { id: known.threadId }, input: { text: "今晚八点恢复", threadVersion: known.threadVersion } },
  }),
  "POST /api/v1/clusters/[id]/answers": ({ known }) => ({
    ...{ params: { id: known.clusterId }, input: { text: "今晚八点恢复", clusterVersion: 1 } },
  }),
  "GET /api/wechat/[account]": ({ slugs }) => ({ params: slugs }),
  "POST /api/wechat/[account]": ({ slugs }) => ({ params: slugs }),
  "POST /rate/[token]/answer": () => ({ params: { token: "-" } }),
  "GET /api/inbox/clusters": ({ known }) => ({ input: { ids: known.clusterId, cursor: uuid() } }),
  "GET /api/inbox/threads": ({ known }) => ({ input: { ids: known.threadId } }),
  "POST /api/inbox/draft": () => ({ input: { seen: { version: 1, seq: "1" } } }),
  "GET /api/inbox/earlier": () => ({ input: { beforeSeq: "999999999" } }),
  sendReplyAction: inOwnName,
  adoptAction: inOwnName,
  writeAction: () => ({ input: { groupAnswerId: uuid() } }),
  saveQuickReplyAction: () => ({ input: { shared: false } }),
  planShiftAction: () => ({ input: { from: "08:00", to: "16:00" } }),
  copyWeekAction: () => ({ input: { monday: "2026-11-30" } }),
  saveChannelAction: () => ({
    input: { id: null, version: 0, kind: "mail", address: null, secret: null, recipients: ["x@example.org"], audiences: ["supervisors"] },
  }),
  saveDraftAction: ({ known }) => ({ input: draft({ accountId: String(known.accountId), name: "停水" }) }),
  saveWeeklyPlanAction: () => ({ input: { recipients: ["x@example.org"] } }),
  saveCalendarAction: () => ({ input: { calendar: DEFAULT_CALENDAR, effectiveFrom: null, seen: null } }),
  savePolicyAction: () => ({ input: { policy: DEFAULT_POLICY, effectiveFrom: null, seen: null } }),
  saveDangerListAction: () => ({ input: { words: ["火灾"], emergencyText: DEFAULT_EMERGENCY } }),
  saveSatisfactionAction: () => ({ input: { askText, thanksText, notSolvedText } }),
};
