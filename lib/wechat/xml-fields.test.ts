import { expect, test } from "vitest";
import { xmlFields } from "./xml-fields";

const malformed = expect.objectContaining({ code: "malformed" });

test("texts stay as they were sent, and stay texts", () => {
  for (const text of ["007", "1e5", "true", "", "  两端有空格 \t", "一行\n二行\n", "👨‍👩‍👧😀", "<b>&amp;</b>", "/::)"]) {
    expect(xmlFields(`<xml><Content><![CDATA[${text}]]></Content></xml>`)).toEqual({ Content: text });
  }
});

test("line ends become LF; a carriage return that is written as a reference stays", () => {
  expect(xmlFields("<xml><A><![CDATA[一\r\n二\r三\n]]></A><B>1&#13;\r\n2</B></xml>")).toEqual({ A: "一\n二\n三\n", B: "1\r\n2" });
});

test("CDATA pieces join, so that ]]> can be said", () => {
  expect(xmlFields("<xml><A><![CDATA[x]]]]><![CDATA[>y]]></A></xml>")).toEqual({
    A: "x]]>y",
  });
  expect(xmlFields("<xml><A>a<![CDATA[<b>]]>c</A></xml>")).toEqual({
    A: "a<b>c",
  });
});

test("the predefined and the numeric entities are read outside CDATA, no other is", () => {
  expect(xmlFields("<xml><A>&lt;&gt;&amp;&quot;&apos;&#20013;&#x1F600;</A></xml>")).toEqual({ A: "<>&\"'中😀" });
  expect(xmlFields("<xml><A>&amp;lt; R&D</A></xml>")).toEqual({
    A: "&lt; R&D",
  });
  for (const entity of ["&nbsp;", "&xxe;", "&#0;", "&#x0;", "&#xD800;", "&#x110000;"]) {
    expect(() => xmlFields(`<xml><A>${entity}</A></xml>`)).toThrow(malformed);
  }
});

test("nested and repeated elements; item and List are lists even when alone", () => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
    <xml><!-- one --><Count>1</Count><PicList><item><Md5>a</Md5></item></PicList>
    <E><List><T>1</T></List><List><T>2</T></List></E><Empty/><Twice>1</Twice><Twice>2</Twice></xml>
  `;
  expect(xmlFields(xml)).toEqual({
    Count: "1",
    PicList: { item: [{ Md5: "a" }] },
    E: { List: [{ T: "1" }, { T: "2" }] },
    Empty: "",
    Twice: ["1", "2"],
  });
});

test("attributes are passed over; a byte-order mark is no text", () => {
  expect(xmlFields(`\uFEFF<xml a="1"><A b='>' c:d="2" >x</A></xml>`)).toEqual({
    A: "x",
  });
});

test("names of the language are ordinary names, but for those that reach a prototype", () => {
  const fields = Object.fromEntries(["toString", "valueOf", "hasOwnProperty"].map((name) => [name, "1"]));
  expect(xmlFields("<xml><toString>1</toString><valueOf>1</valueOf><hasOwnProperty>1</hasOwnProperty></xml>")).toEqual(fields);
  for (const name of ["__proto__", "constructor", "prototype"]) {
    expect(() => xmlFields(`<xml><${name}><a>1</a></${name}></xml>`)).toThrow(malformed);
  }
});

test("markup in CDATA is text", () => {
  const text = '<!DOCTYPE x [<!ENTITY e "1">]><?php ?><!-- &e; -->';
  expect(xmlFields(`<xml><A><![CDATA[${text}]]></A></xml>`)).toEqual({ A: text });
});

test("a DTD, a processing instruction and anything ill-formed is refused", () => {
  const refused = [
    "",
    "text",
    "<!DOCTYPE xml><xml><A>1</A></xml>",
    '<!DOCTYPE xml [<!ENTITY x SYSTEM "file:///etc/passwd">]><xml><A>&x;</A></xml>',
    "<xml><!DOCTYPE a><A>1</A></xml>",
    '<xml a="<![CDATA["><!DOCTYPE a [<!ENTITY x "1">]><A>&x;]]></A></xml>',
    "<xml><!ELEMENT a><A>1</A></xml>",
    "<xml><?php x?><A>1</A></xml>",
    "<xml><A>1</B></xml>",
    "<xml><A>1</xml></A>",
    "<xml><A>1</A>",
    "<xml><A>1</A></xml></xml>",
    "<xml><A>1</A></xml><xml><A>2</A></xml>",
    "<xml><A>1</A></xml>rest",
    "<xml>mixed<A>1</A></xml>",
    "<xml><A><![CDATA[1]]</A></xml>",
    "<xml><A><!-- 1</A></xml>",
    "<xml/><xml/>",
    "<xml><1>1</1></xml>",
    "</xml>",
    `${"<a>".repeat(17)}${"</a>".repeat(17)}`,
    "<a>".repeat(300_000),
    "<".repeat(300_000),
    `<xml><A ${" ".repeat(300_000)}`,
    `<xml><A>${"<![CDATA[".repeat(100_000)}`,
  ];
  for (const xml of refused) expect(() => xmlFields(xml), xml.slice(0, 80)).toThrow(malformed);
});

test("random texts come back from CDATA", () => {
  for (let round = 0; round < 200; round += 1) {
    const fields = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`F${index}`, randomText()]));
    const elements = Object.entries(fields).map(([name, text]) => `<${name}><![CDATA[${text}]]></${name}>`);
    expect(xmlFields(`<xml>${elements.join("")}</xml>`)).toEqual(fields);
  }
});

function randomText(): string {
  const characters = Array.from("问 ，a1<&]>\"'😀\n");
  const length = Math.floor(Math.random() * 20);
  const text = Array.from({ length }, () => characters[Math.floor(Math.random() * characters.length)]).join("");
  return text.replaceAll(/]+/g, "]");
}
