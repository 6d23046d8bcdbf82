export type SendRetry = "soon" | "later" | "tokenRefresh" | "never";

const refusals = {
  systemBusy: { codes: [-1], retry: "soon" },
  dailyQuotaSpent: { codes: [45009], retry: "later" },
  minuteQuotaSpent: { codes: [45011], retry: "later" },
  tokenInvalid: { codes: [40001, 40014, 42001], retry: "tokenRefresh" },
  windowClosed: { codes: [45015], retry: "never" },
  windowSpent: { codes: [45047], retry: "never" },
  notFollowing: { codes: [43004, 50005], retry: "never" },
  blocked: { codes: [43019, 48002], retry: "never" },
  badOpenid: { codes: [40003], retry: "never" },
  textTooLong: { codes: [45002], retry: "never" },
  notGranted: { codes: [48001, 48004, 45087, 50002], retry: "never" },
} as const satisfies Record<string, { codes: readonly number[]; retry: SendRetry }>;

export type SendRefusal = keyof typeof refusals | "otherErrcode";

/** What an errcode of a customer message means for us: its name and when to try again. Protocol 4.3, 5.5. */
export function sendRefusalOf(errcode: number): {
  reason: SendRefusal;
  retry: SendRetry;
} {
  for (const [reason, { codes, retry }] of Object.entries(refusals)) {
    if ((codes as readonly number[]).includes(errcode)) return { reason: reason as SendRefusal, retry };
  }
  return { reason: "otherErrcode", retry: "never" };
}
