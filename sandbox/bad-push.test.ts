import * as wecom from "@wecom/crypto";
import { expect, test } from "vitest";
import { sign } from "./signature";
import { ACCOUNT, playPlatform, type Received, serveWebhook } from "./test-webhook";
import { readXml, textOf } from "./xml";

/** A careful webhook in safe mode, with another library's code. */
function judge({ url, body }: Received): string {
  if (body.length > 1_000_000) return "oversize";
  const encrypted = textOf(readXml(body) ?? undefined, "Encrypt");
  if (encrypted === undefined) return "malformed";
  const given = (name: string) => url.searchParams.get(name) ?? "";
  const timestamp = given("timestamp");
  const signature = wecom.getSignature(ACCOUNT.token, timestamp, given("nonce"), encrypted);
  if (signature !== given("msg_signature")) return "signature";
  if (Date.now() / 1000 - Number(timestamp) > 600) return "old";
  const { id, message } = wecom.decrypt(ACCOUNT.encodingAesKey, encrypted);
  if (id !== ACCOUNT.appId) return "appid";
  return message.includes("<!DOCTYPE") ? "doctype" : "success";
}

test.each([
  ["wrong-signature", "signature"],
  ["tampered", "signature"],
  ["wrong-appid", "appid"],
  ["old-timestamp", "old"],
  ["oversize", "oversize"],
  ["xxe", "doctype"],
  ["malformed", "malformed"],
])("%s is what it says, and nothing else", async (kind, found) => {
  const webhook = await serveWebhook(judge);
  const platform = await playPlatform(webhook.url, { mode: "safe" });
  const answer = await platform.control("POST", "bad-push", { kind });
  expect(answer).toMatchObject({ kind, status: 200, body: found });
  expect(await platform.write({ text: "好的推送" })).toMatchObject({ outcome: "accepted" });
});

test("in plain mode the signature of the address is what is wrong", async () => {
  const webhook = await serveWebhook(({ url }) => {
    const given = (name: string) => url.searchParams.get(name) ?? "";
    const expected = sign(ACCOUNT.token, given("timestamp"), given("nonce"));
    return given("signature") === expected ? "success" : 401;
  });
  const platform = await playPlatform(webhook.url);
  expect(await platform.control("POST", "bad-push", { kind: "wrong-signature" })).toMatchObject({
    status: 401,
  });
  expect(await platform.control("POST", "bad-push", { kind: "tampered" })).toMatchObject({
    error: "tampered needs compatible or safe mode",
  });
});
