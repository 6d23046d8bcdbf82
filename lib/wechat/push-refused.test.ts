import { expect, test } from "vitest";
import { aesKeyFrom, encrypt } from "./encryption";
import { readPush } from "./push";
import { plainQuery, sealedQuery, sealedXml } from "./testing/pushes";
import { messages, messageXml } from "./testing/samples";
import { account, b2 } from "./testing/vectors";

const key = aesKeyFrom(account.encodingAesKey);
const plainXml = messageXml("text", messages.text);
const refusal = (code: string, httpStatus: number) => expect.objectContaining({ code, httpStatus });

test("a compatible push whose query was stripped to a plain one is refused", () => {
  const body = plainXml.replace("</xml>", `<Encrypt>${b2.encrypted}</Encrypt></xml>`);
  expect(() => readPush({ query: plainQuery(), body, account })).toThrow(refusal("badSignature", 401));
});

test.each(["signature", "timestamp", "nonce"])("a plain push with a missing or altered %s is refused", (name) => {
  for (const value of [null, "", "0", `${plainQuery().get(name)}0`]) {
    const query = plainQuery();
    if (value === null) query.delete(name);
    else query.set(name, value);
    expect(() => readPush({ query, body: plainXml, account })).toThrow(refusal("badSignature", 401));
  }
});

test.each(["msg_signature", "timestamp", "nonce"])("an encrypted push with a missing or altered %s is refused", (name) => {
  const query = sealedQuery(b2.encrypted);
  query.set(name, "0");
  expect(() => readPush({ query, body: sealedXml(b2.encrypted), account })).toThrow(refusal("badSignature", 401));
  query.delete(name);
  expect(() => readPush({ query, body: sealedXml(b2.encrypted), account })).toThrow(refusal("badSignature", 401));
});

test("every altered character of Encrypt is refused", () => {
  for (let at = 0; at < b2.encrypted.length; at += 7) {
    const other = b2.encrypted[at] === "A" ? "B" : "A";
    const altered = b2.encrypted.slice(0, at) + other + b2.encrypted.slice(at + 1);
    expect(() =>
      readPush({
        query: sealedQuery(b2.encrypted),
        body: sealedXml(altered),
        account,
      }),
    ).toThrow(refusal("badSignature", 401));
  }
});

test("another app id, another account, another token, no key", () => {
  const foreign = encrypt({
    message: b2.message,
    appId: "wxffffffffffffffff",
    key,
  });
  const push = {
    query: sealedQuery(b2.encrypted),
    body: sealedXml(b2.encrypted),
  };
  expect(() =>
    readPush({
      query: sealedQuery(foreign),
      body: sealedXml(foreign),
      account,
    }),
  ).toThrow(refusal("wrongAppId", 403));
  expect(() => readPush({ ...push, account: { ...account, originalId: "gh_other" } })).toThrow(refusal("wrongAccount", 403));
  expect(() => readPush({ ...push, account: { ...account, token: "other" } })).toThrow(refusal("badSignature", 401));
  expect(() => readPush({ ...push, account: { ...account, encodingAesKey: null } })).toThrow(refusal("badEncodingAesKey", 503));
  expect(() => readPush({ ...push, account: { ...account, encodingAesKey: "short" } })).toThrow(refusal("badEncodingAesKey", 503));
});

test("malformed bodies, encrypted ones included", () => {
  const doctype = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${plainXml}`;
  for (const body of ["", " ", "hello", "{}", "<xml/>", doctype, "<xml><Encrypt>a</Encrypt><Encrypt>b</Encrypt></xml>"]) {
    expect(() => readPush({ query: plainQuery(), body, account })).toThrow(refusal("malformed", 400));
  }
  for (const message of ["", "hello", doctype, sealedXml("x"), "<xml><MsgType>text</MsgType></xml>"]) {
    const encrypted = encrypt({ message, appId: account.appId, key });
    expect(() =>
      readPush({
        query: sealedQuery(encrypted),
        body: sealedXml(encrypted),
        account,
      }),
    ).toThrow(refusal("malformed", 400));
  }
  expect(() => readPush({ query: sealedQuery(""), body: plainXml, account })).toThrow(refusal("malformed", 400));
});

test("a refusal tells nothing of what was sent", () => {
  const body = plainXml.replace("gh_0123456789ab", "gh_secret");
  expect(() => readPush({ query: plainQuery(), body, account })).toThrow(/^wrongAccount: ToUserName is another account$/);
});

test("whoever cannot sign is told so, whatever the body is: nothing of it was parsed", () => {
  const filler = "<a>".repeat(300_000);
  const bodies = [
    filler,
    `<xml>${filler}<Encrypt>${b2.encrypted}</Encrypt></xml>`,
    `<!DOCTYPE x>${sealedXml(b2.encrypted)}`,
    `<xml><A>&xxe;</A><Encrypt>${b2.encrypted}</Encrypt></xml>`,
    `{"Encrypt":"${b2.encrypted}","a":${"[".repeat(300_000)}`,
    "",
  ];
  const altered = sealedQuery(b2.encrypted);
  altered.set("msg_signature", "0".repeat(40));
  const missing = sealedQuery(b2.encrypted);
  missing.delete("msg_signature");
  for (const query of [altered, missing]) {
    for (const body of bodies) expect(() => readPush({ query, body, account })).toThrow(refusal("badSignature", 401));
  }
});

test("two Encrypt are refused, though the one or the other is signed", () => {
  const other = b2.encrypted.replace("Q", "R");
  for (const pair of [
    [b2.encrypted, other],
    [other, b2.encrypted],
    [b2.encrypted, b2.encrypted],
  ]) {
    const body = `<xml>${pair.map((encrypted) => `<Encrypt>${encrypted}</Encrypt>`).join("")}</xml>`;
    expect(() => readPush({ query: sealedQuery(b2.encrypted), body, account })).toThrow(refusal("badSignature", 401));
    expect(() => readPush({ query: sealedQuery(""), body, account })).toThrow(refusal("malformed", 400));
  }
});
