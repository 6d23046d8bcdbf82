import { MINUTE } from "@/lib/time/rules";

/** What a new account says by itself until an officer changes it. Residents read Chinese; each text says that a machine sends it. */
export const DEFAULT_GREETING = "您好，请直接打字告诉我们：什么地方、什么事。值班员十分钟内答复您。〔自动回复〕";
export const DEFAULT_EMERGENCY =
  "如有危险，请立即拨打：报警110，火警119，急救120；燃气泄漏请先离开现场再打电话；心里难受可拨12356心理援助热线。您的来信已列为紧急，正在提醒值班员，但这里不能代替报警电话。〔自动回复〕";

/** A clock alarm is raised at most so often, and stays on screen as long. */
export const SKEW_ALARM_PAUSE = 10 * MINUTE;
/** A new access token is fetched so long before the old one ends (protocol section 4.2). */
export const TOKEN_MARGIN = 5 * MINUTE;
export const TOKEN_LEASE_SECONDS = 15;
/** WeChat lets stable_token be forced once in 30 s (protocol section 4.1). */
export const TOKEN_FORCE_PAUSE_SECONDS = 31;
