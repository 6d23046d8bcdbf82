import { expect, test } from "vitest";
import { aesKeyFrom, decrypt } from "./encryption";
import { sealReply, textReply } from "./passive-reply";
import { signatureOf } from "./signature";
import { account, b3 } from "./testing/vectors";
import { xmlFields } from "./xml-fields";

const reply = {
  to: "oTESTopenid0000000000000001",
  from: account.originalId,
  createTime: b3.timestamp,
};

test("a text reply and its envelope, byte by byte (B3)", () => {
  expect(textReply({ ...reply, text: "已收到" })).toBe(b3.message);
  const sealed = {
    xml: b3.message,
    account,
    timestamp: b3.timestamp,
    nonce: b3.nonce,
    random: Buffer.from(b3.random),
  };
  expect(sealReply(sealed)).toBe(
    `<xml><Encrypt><![CDATA[${b3.encrypted}]]></Encrypt><MsgSignature><![CDATA[${b3.signature}]]></MsgSignature><TimeStamp>1700000001</TimeStamp><Nonce><![CDATA[987654321]]></Nonce></xml>`,
  );
});

test("an envelope signs what it holds and opens again", () => {
  const fields = xmlFields(sealReply({ xml: b3.message, account, timestamp: 1700000002, nonce: "n1" }));
  const { Encrypt, MsgSignature, TimeStamp, Nonce } = fields as Record<string, string>;
  expect([TimeStamp, Nonce]).toEqual(["1700000002", "n1"]);
  expect(signatureOf(account.token, "1700000002", "n1", Encrypt ?? "")).toBe(MsgSignature);
  expect(
    decrypt({
      encrypted: Encrypt ?? "",
      appId: account.appId,
      key: aesKeyFrom(account.encodingAesKey),
    }),
  ).toBe(b3.message);
});

test("any text comes out as it went in", () => {
  for (const text of ["]]>", "a]]]>b]]>", '<a href="https://a.cn/?a=1&b=2">看</a>', "一\n二", " 👮‍♀️ ", "<![CDATA[x]]>"]) {
    expect(xmlFields(textReply({ ...reply, text })).Content).toBe(text);
  }
});

test("characters that XML cannot hold are left out", () => {
  expect(xmlFields(textReply({ ...reply, text: "a\0\u0008\uFFFEb\uD800c" })).Content).toBe("ab\uFFFDc");
});

test("a text is 1 to 2048 bytes", () => {
  expect(textReply({ ...reply, text: `${"问".repeat(682)}ab` })).toContain("问ab]]>");
  expect(() => textReply({ ...reply, text: `${"问".repeat(682)}abc` })).toThrow(RangeError);
  expect(() => textReply({ ...reply, text: "" })).toThrow(RangeError);
});
