import { expect, test } from "vitest";
import { envelopeOf } from "./envelope";

const safe = (encrypted: string) => ({ encrypted, hasPlainFields: false });

test("Encrypt with and without CDATA, its text untouched", () => {
  for (const encrypted of ["a+/=", " a ", "a\nb"]) {
    expect(envelopeOf(`<xml><ToUserName>gh</ToUserName><Encrypt>${encrypted}</Encrypt></xml>`)).toEqual(safe(encrypted));
    expect(envelopeOf(`<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>\n`)).toEqual(safe(encrypted));
  }
  expect(envelopeOf("<xml><Encrypt>a<![CDATA[b]]><!-- x -->c</Encrypt></xml>")).toEqual(safe("abc"));
  expect(envelopeOf('\uFEFF<?xml version="1.0"?>\n<xml a="1">\n <Encrypt b="2">a</Encrypt >\n</xml>')).toEqual(safe("a"));
});

test("in JSON, escapes included", () => {
  expect(envelopeOf('\uFEFF {"ToUserName":"gh","Encrypt":"a\\/b="}')).toEqual(safe("a/b="));
  expect(envelopeOf('{"MsgType":"text","Encrypt":"a"}')).toEqual({ encrypted: "a", hasPlainFields: true });
});

test("a text that looks like an Encrypt in JSON is none", () => {
  for (const text of ['"Encrypt":"b"', '"Encrypt', '\\"Encrypt":"b', 'Encrypt":"b"']) {
    const body = { Content: text, [text]: text };
    expect(envelopeOf(JSON.stringify(body)), text).toBeNull();
    expect(envelopeOf(JSON.stringify({ ...body, Encrypt: "a", After: text })), text).toEqual(safe("a"));
  }
});

test("the fields of the message beside it are the compatible mode; a MsgType elsewhere is not", () => {
  expect(envelopeOf("<xml><MsgType>text</MsgType><Encrypt>a</Encrypt></xml>")).toEqual({ encrypted: "a", hasPlainFields: true });
  expect(envelopeOf("<xml><A><MsgType>text</MsgType></A><Encrypt>a</Encrypt><!-- <MsgType> --></xml>")).toEqual(safe("a"));
});

test("an Encrypt in a comment, in CDATA, in an instruction or deeper down is none", () => {
  for (const hidden of [
    "<!-- <Encrypt>b</Encrypt> -->",
    "<A><![CDATA[<Encrypt>b</Encrypt>]]></A>",
    "<?x <Encrypt>b</Encrypt> ?>",
    "<A><Encrypt>b</Encrypt></A>",
    "<encrypt>b</encrypt>",
    "<EncryptX>b</EncryptX>",
  ]) {
    expect(envelopeOf(`<xml>${hidden}</xml>`), hidden).toBeNull();
    expect(envelopeOf(`<xml>${hidden}<Encrypt>a</Encrypt>${hidden}</xml>`), hidden).toEqual(safe("a"));
  }
});

test("what has not exactly one Encrypt of text is no envelope", () => {
  for (const body of [
    "",
    "hello",
    "<xml/>",
    "<xml></xml>",
    "<Encrypt>a</Encrypt>",
    "<xml><Encrypt/></xml>",
    "<xml><Encrypt></Encrypt></xml>",
    "<xml><Encrypt>a</Encrypt><Encrypt>a</Encrypt></xml>",
    "<xml><Encrypt>a</Encrypt><Encrypt/></xml>",
    "<xml><Encrypt>a<b>c</b></Encrypt></xml>",
    "<xml><Encrypt>a<Encrypt>b</Encrypt></Encrypt></xml>",
    "<xml><Encrypt>a",
    "<xml><Encrypt>a</Encrypt>",
    "<xml><Encrypt><![CDATA[a</Encrypt></xml>",
    "<xml><!-- <Encrypt>a</Encrypt></xml>",
    "<!DOCTYPE xml><xml><Encrypt>a</Encrypt></xml>",
    "<".repeat(300_000),
    "<a>".repeat(300_000),
    "<!--".repeat(250_000),
    `<xml><Encrypt>${"<![CDATA[".repeat(100_000)}`,
    "{}",
    '{"Encrypt":1}',
    '{"Encrypt":["a"]}',
    '{"Encrypt":""}',
    '{"Encrypt":"a\\q"}',
    '{"Encrypt":"a","Encrypt":"a"}',
    '{"Encrypt":"a',
    `{"Encrypt":${"[".repeat(300_000)}`,
  ]) {
    expect(envelopeOf(body), body.slice(0, 80)).toBeNull();
  }
});
