import { expect, test } from "vitest";
import { aesKeyFrom, encrypt } from "./encryption";
import { MAX_PUSH_BYTES, readPush } from "./push";
import { plainQuery, sealedQuery, sealedXml } from "./testing/pushes";
import { eventXml, messages, messageXml } from "./testing/samples";
import { a3, account, b2, official } from "./testing/vectors";

const key = aesKeyFrom(account.encodingAesKey);
const plainXml = messageXml("text", messages.text);

test("a plain push (B1's query)", () => {
  const push = readPush({
    query: plainQuery(),
    body: plainXml,
    account: { ...account, encodingAesKey: null },
  });
  expect(push).toMatchObject({
    mode: "plain",
    raw: plainXml,
    message: { text: "满意", msgId: "1234567890123456" },
  });
});

test("encrypt_type=raw is plain, and so is a plain push to an account that has a key", () => {
  const query = plainQuery();
  query.set("encrypt_type", "raw");
  expect(readPush({ query, body: plainXml, account }).mode).toBe("plain");
});

test("a safe push in XML (B2) and in JSON (A3)", () => {
  const push = readPush({
    query: sealedQuery(b2.encrypted),
    body: sealedXml(b2.encrypted),
    account,
  });
  expect(push).toMatchObject({
    mode: "safe",
    raw: b2.message,
    message: { text: "您好，居住证怎么办理？", msgId: "24358000000000001" },
  });

  const query = new URLSearchParams({
    encrypt_type: "aes",
    timestamp: a3.timestamp,
    nonce: a3.nonce,
    msg_signature: a3.signature,
  });
  const body = JSON.stringify({
    ToUserName: official.originalId,
    Encrypt: a3.encrypted,
  });
  expect(readPush({ query, body, account: official })).toMatchObject({
    mode: "safe",
    raw: a3.message,
    message: {
      event: "debug_demo",
      createTime: 1714112445,
      facts: { debug_str: "hello world" },
    },
  });
});

test("a compatible push: the plain fields beside Encrypt count for nothing", () => {
  const forged = messageXml("text", "<Content>转账</Content><MsgId>9</MsgId>").replace("[oUser]", "[oForged]");
  const body = forged.replace("</xml>", `<Encrypt><![CDATA[${b2.encrypted}]]></Encrypt></xml>`);
  const push = readPush({ query: sealedQuery(b2.encrypted), body, account });
  expect(push).toMatchObject({
    mode: "compatible",
    raw: b2.message,
    message: {
      fromUserName: "oTESTopenid0000000000000001",
      text: "您好，居住证怎么办理？",
    },
  });
});

test("a body above the limit is refused, one at the limit is read", () => {
  const filled = (bytes: number) => plainXml + " ".repeat(bytes - Buffer.byteLength(plainXml));
  expect(readPush({ query: plainQuery(), body: filled(MAX_PUSH_BYTES), account }).mode).toBe("plain");
  expect(() =>
    readPush({
      query: plainQuery(),
      body: filled(MAX_PUSH_BYTES + 1),
      account,
    }),
  ).toThrow(expect.objectContaining({ code: "tooLarge", httpStatus: 413 }));
});

test("NUL is taken out of the raw text and of the message", () => {
  const message = eventXml("CLICK", "<EventKey>a\0b</EventKey>");
  const encrypted = encrypt({ message, appId: account.appId, key });
  const push = readPush({
    query: sealedQuery(encrypted),
    body: sealedXml(encrypted),
    account,
  });
  expect(push.raw).toBe(message.replace("\0", ""));
  expect(push.message.eventKey).toBe("ab");
});
