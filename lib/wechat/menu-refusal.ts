export type MenuRetry = "soon" | "tokenRefresh" | "never";

const refusals = {
  systemBusy: { codes: [-1], retry: "soon" },
  quotaSpent: { codes: [45009, 45011], retry: "soon" },
  tokenInvalid: { codes: [40001, 40014, 42001], retry: "tokenRefresh" },
  buttonCount: { codes: [40016, 40022, 40023], retry: "never" },
  buttonName: { codes: [40018, 40025], retry: "never" },
  buttonKey: { codes: [40019, 40026], retry: "never" },
  buttonUrl: { codes: [40020, 40027, 40054, 40055, 65316, 65317], retry: "never" },
  buttonType: { codes: [40015, 40017, 40024, 40119, 40120], retry: "never" },
  menuCount: { codes: [45010], retry: "never" },
  notGranted: { codes: [48001, 48004, 50002], retry: "never" },
} as const satisfies Record<string, { codes: readonly number[]; retry: MenuRetry }>;

export type MenuRefusal = keyof typeof refusals | "otherErrcode";

/** What an errcode of a call about the custom menu means for us: its name, and whether it may pass by itself. Protocol 4.3, 9.1. */
export function menuRefusalOf(errcode: number): { reason: MenuRefusal; retry: MenuRetry } {
  for (const [reason, { codes, retry }] of Object.entries(refusals)) {
    if ((codes as readonly number[]).includes(errcode)) return { reason: reason as MenuRefusal, retry };
  }
  return { reason: "otherErrcode", retry: "never" };
}
