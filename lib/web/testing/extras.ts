import { v7 as uuid } from "uuid";
import { DEFAULT_EMERGENCY } from "@/lib/accounts/rules";
import { PHOTO } from "@/lib/media/testing/samples";
import { DEFAULT_SATISFACTION } from "@/lib/ratings/rules";
import { DEFAULT_CALENDAR } from "@/lib/sla/calendar";
import { DEFAULT_POLICY } from "@/lib/sla/terms";
import { DEFAULT_STANDING_SETTINGS } from "@/lib/standing-answers/queries";
import { draft } from "@/lib/standing-answers/testing";
import type { More } from "./knocking";
import type { Known } from "./samples";

type Records = { known: Known; slugs: { account: string } };

const { askText, thanksText, notSolvedText } = DEFAULT_SATISFACTION;
const onId = (name: string) => (records: Records) => ({ params: { id: records.known[name] } });
const ofAccount = ({ slugs }: Records) => ({ query: slugs });
const inOwnName = () => ({ input: { replyId: uuid() } });

const onColleague = ({ known }: Records) => ({ input: { officerId: known.colleagueId } });
const newAccount = { slug: "third", name: "第三处", originalId: "gh_third", appId: "wxthird", appSecret: "secret", token: "token" };
const inReach = ({ known }: Records) => ({ allAccounts: false, accountIds: [known.accountId] });

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
  "GET /api/v1/media/[id]": onId("mediaId"),
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
  "/settings/accounts/[slug]": ({ slugs }) => ({ params: { slug: slugs.account } }),
  "/settings/officers/[id]": onId("colleagueId"),
  "GET /api/media/[id]": onId("mediaId"),
  "GET /api/media/[id]/[part]": ({ known }) => ({ params: { id: known.mediaId, part: "whole" } }),
  "POST /api/media": () => ({ picture: new Uint8Array(PHOTO) }),
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
  addAccountAction: () => ({ input: { ...newAccount, encodingAesKey: null } }),
  changeAccountAction: () => ({ input: { ...newAccount, encodingAesKey: null } }),
  addOfficerAction: (records) => ({ input: { login: "pan", ...inReach(records) } }),
  changeOfficerAction: (records) => ({ input: { ...onColleague(records).input, ...inReach(records) } }),
  deactivateOfficerAction: onColleague,
  reinstateOfficerAction: onColleague,
  makePasswordLinkAction: onColleague,
  takeFactorsAction: onColleague,
  endAllSessionsAction: onColleague,
  endSessionAction: ({ known }) => ({ input: { sessionId: known.colleaguesSessionId } }),
  setFactorRuleAction: () => ({ input: { isRequired: false } }),
  saveSubscriberAction: () => ({ input: { id: null, version: 0, address: "https://hotline.example.org/", types: ["question.opened"] } }),
  addTotpAction: () => ({ input: { sealed: "x", code: "123456" } }),
  saveTextsAction: () => ({ input: { ...DEFAULT_STANDING_SETTINGS, seenAt: null } }),
  saveSatisfactionAction: () => ({ input: { askText, thanksText, notSolvedText } }),
};
