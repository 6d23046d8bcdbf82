import type { Platform } from "./platform";

/** An API call after its address, method, token and JSON were found to be in order. */
export type ApiCall = {
  platform: Platform;
  query: URLSearchParams;
  body: Record<string, unknown>;
  /** Platform ms at which the call came. */
  now: number;
};

export type ApiResult = {
  answer: Record<string, unknown>;
  /** Whether something now stands on a phone because of this call. */
  taken?: boolean;
};

export type Endpoint = {
  method: "GET" | "POST";
  needsToken: boolean;
  handle: (call: ApiCall) => ApiResult;
};
