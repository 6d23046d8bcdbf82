const pushRefusalStatus = {
  badSignature: 401,
  wrongAppId: 403,
  wrongAccount: 403,
  malformed: 400,
  tooLarge: 413,
  tooSlow: 408,
  badEncodingAesKey: 503,
} as const;

/** `badEncodingAesKey` is our own configuration; every other code is about what was sent. */
export type PushRefusalCode = keyof typeof pushRefusalStatus;

/** A push or handshake that is not acted upon. `httpStatus` is the answer; the message holds no text of the push. */
export class PushRefused extends Error {
  readonly code: PushRefusalCode;
  readonly httpStatus: number;

  constructor(code: PushRefusalCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = "PushRefused";
    this.code = code;
    this.httpStatus = pushRefusalStatus[code];
  }
}
