import { env } from "@/lib/env";
import { type ClaimedMenu, claimMenu } from "@/lib/standing-answers/claim-menu";
import { failMenu } from "@/lib/standing-answers/fail-menu";
import { settleMenu } from "@/lib/standing-answers/settle-menu";
import { storeMenu } from "@/lib/standing-answers/store-menu";
import { now } from "@/lib/time/clock";
import { SECOND } from "@/lib/time/rules";
import { createMenu, deleteMenu, getMenu } from "@/lib/wechat/custom-menu";
import { isStopping } from "./every";
import { untilReported } from "./until-reported";
import { withToken } from "./with-token";

const CALL_TIMEOUT = 8 * SECOND;

/**
 * Puts custom menus into WeChat, takes them away, and looks at those that are due to be looked at, one after the other.
 * @returns how many calls were made
 */
export async function keepMenus(at: () => Date = now): Promise<number> {
  for (let calls = 0; ; calls += 1) {
    const claim = isStopping() ? null : await claimMenu(at());
    if (!claim) return calls;
    await keep(claim, at);
  }
}

async function keep(claim: ClaimedMenu, at: () => Date): Promise<void> {
  const { accountId, todo } = claim;
  const outcome = await withToken(accountId, async (accessToken) => {
    const to = { baseUrl: env.WECHAT_API_BASE_URL, accessToken, timeoutMs: CALL_TIMEOUT };
    if (todo.kind === "push") return createMenu(to, todo.menu);
    return todo.kind === "withdraw" ? deleteMenu(to) : getMenu(to);
  });
  await untilReported(() => {
    if (outcome.kind === "done") return settleMenu(claim, at());
    if (outcome.kind === "menu") return storeMenu(claim, outcome.menu, at());
    if (outcome.kind === "refused")
      return failMenu(claim, { code: outcome.reason, errcode: outcome.errcode, isFinal: outcome.retry === "never" }, at());
    if (outcome.kind === "noToken") return failMenu(claim, { code: "noToken", errcode: outcome.error.errcode, isFinal: false }, at());
    return failMenu(claim, { code: "unreachable", errcode: null, isFinal: false }, at());
  });
}
