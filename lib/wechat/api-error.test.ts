import { expect, test } from "vitest";
import { apiErrorOf } from "./api-error";

test("the rid stands at the end of errmsg, in either spelling, or is missing", () => {
  const errmsg = "invalid credential rid: 65a1b2c3-12345678-9abcdef0";
  expect(apiErrorOf({ errcode: 40001, errmsg }, [])).toEqual({
    errcode: 40001,
    errmsg,
    rid: "65a1b2c3-12345678-9abcdef0",
  });
  expect(apiErrorOf({ errcode: 40001, errmsg: "hint: [abc]" }, [])?.rid).toBeNull();
  expect(apiErrorOf({ errcode: 0 }, [])).toEqual({
    errcode: 0,
    errmsg: "",
    rid: null,
  });
});

test("only an integer is an errcode", () => {
  for (const errcode of [undefined, null, "0", 1.5, true]) expect(apiErrorOf({ errcode }, [])).toBeNull();
});

test("secrets are blotted out, as they are and as an address writes them; an empty one blots nothing", () => {
  expect(apiErrorOf({ errcode: 1, errmsg: "a/b a%2Fb c" }, ["a/b", ""])?.errmsg).toBe("*** *** c");
});
