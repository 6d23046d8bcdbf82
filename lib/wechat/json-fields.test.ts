import { expect, test } from "vitest";
import { jsonFields } from "./json-fields";

const malformed = expect.objectContaining({ code: "malformed" });

test("numbers keep their digits; texts that look like numbers stay texts", () => {
  expect(jsonFields('{"MsgId":24358000000000001,"X":23.10,"N":-1.5e+3,"C":"007","D":"a 12 \\" 34","B":true,"Z":null}')).toEqual({
    MsgId: "24358000000000001",
    X: "23.10",
    N: "-1.5e+3",
    C: "007",
    D: 'a 12 " 34',
    B: "true",
  });
});

test("one object in List is a list of one, like an array", () => {
  expect(jsonFields('{"E":{"List":{"T":1}}}')).toEqual({
    E: { List: [{ T: "1" }] },
  });
  expect(jsonFields('\uFEFF {"E":{"List":[{"T":1},{"T":2}]}}')).toEqual({
    E: { List: [{ T: "1" }, { T: "2" }] },
  });
});

test("__proto__ is dropped", () => {
  const fields = jsonFields('{"__proto__":{"MsgType":"text"},"A":"1"}');
  expect(Object.keys(fields)).toEqual(["A"]);
  expect(fields.MsgType).toBeUndefined();
});

test("a long text is read whole", () => {
  const text = "长\\n".repeat(200_000);
  expect(jsonFields(`{"Content":"${text}","N":1}`)).toEqual({
    Content: "长\n".repeat(200_000),
    N: "1",
  });
});

test("what is no JSON object, or nested too deeply, is refused", () => {
  const deep = `${'{"a":'.repeat(17)}1${"}".repeat(17)}`;
  for (const json of [
    "",
    "[]",
    '"a"',
    "1",
    "null",
    '{"a":007}',
    '{"a":1',
    "{'a':1}",
    '{"a":1}{"b":2}',
    deep,
    `{"a":${"[".repeat(100_000)}`,
  ]) {
    expect(() => jsonFields(json), json.slice(0, 40)).toThrow(malformed);
  }
});
