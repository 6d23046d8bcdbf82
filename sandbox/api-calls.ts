import type { Platform } from "./platform";
import type { Right } from "./rights";

/** An API call after its address, method, token, right, quota and JSON were found to be in order. */
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
  /** How often a day the account may call a path: undefined for what is not counted. */
  limitOf: (path: string) => number | undefined;
};

export type ApiResult = {
  answer: Record<string, unknown>;
  /** Whether something now stands on a phone because of this call. */
  taken?: boolean;
  /** Sent in place of the answer, which then only stands in the journal. */
  file?: { bytes: Buffer; headers: Record<string, string | number> };
};

type Handler = (call: ApiCall) => ApiResult | Promise<ApiResult>;

/** Who may call it, and how often a day: an account, and a test account where that is less (protocol 11.4). */
type Terms = {
  right?: Right;
  daily?: number;
  testDaily?: number;
  needsToken?: boolean;
  /** A POST of anything else is JSON. */
  takesForm?: boolean;
};

export type Endpoint = Terms & { method: "GET" | "POST"; handle: Handler };

/** By the path of the address. */
export type Endpoints = Record<string, Endpoint>;

/** An endpoint that is read; for everybody who has a token, where `terms` say nothing else. */
export function get(handle: Handler, terms: Terms = {}): Endpoint {
  return { method: "GET", handle, ...terms };
}

/** An endpoint that takes JSON, where `terms` say nothing else. */
export function post(handle: Handler, terms: Terms = {}): Endpoint {
  return { method: "POST", handle, ...terms };
}
