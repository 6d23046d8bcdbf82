import { aesKeyFrom, decrypt } from "./encryption";
import { type PushAccount, type PushQuery, verify } from "./push";
import { PushRefused } from "./push-refused";

/**
 * The exact body that answers the console's URL verification (protocol 1.2): `echostr`, or what
 * it decrypts to when it came encrypted. Throws `PushRefused`.
 */
export function readHandshake(input: { query: PushQuery; account: Omit<PushAccount, "originalId"> }): string {
  const { query, account } = input;
  const echo = query.get("echostr");
  if (query.get("encrypt_type")?.toLowerCase() === "aes" && query.get("msg_signature")) {
    verify(query, "msg_signature", [account.token, echo ?? ""]);
    if (account.encodingAesKey === null) throw new PushRefused("badEncodingAesKey", "the account has none");
    return decrypt({
      encrypted: echo ?? "",
      appId: account.appId,
      key: aesKeyFrom(account.encodingAesKey),
    });
  }
  verify(query, "signature", [account.token]);
  if (!echo) throw new PushRefused("malformed", "no echostr");
  return echo;
}
