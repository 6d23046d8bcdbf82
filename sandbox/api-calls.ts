import type { Platform } from "./platform";

/** An API call after its address, method, token and JSON were found to be in order. */
export type ApiCall = {
  platform: Platform;
  query: URLSearchParams;
  body: Record<string, unknown>;
  /** The body as it came, for what is no JSON. */
  raw: Buffer;
  contentType: string;
  /** By which name and port the caller reached the platform. */
  host: string;
  /** Platform ms at which the call came. */
  now: number;
};

export type ApiResult = {
  answer: Record<string, unknown>;
  /** Whether something now stands on a phone because of this call. */
  taken?: boolean;
  /** Sent in place of the answer, which then only stands in the journal. */
  file?: { bytes: Buffer; headers: Record<string, string | number> };
};

export type Endpoint = {
  method: "GET" | "POST";
  needsToken: boolean;
  /** A POST of anything else is JSON. */
  takesForm?: boolean;
  handle: (call: ApiCall) => ApiResult | Promise<ApiResult>;
};
