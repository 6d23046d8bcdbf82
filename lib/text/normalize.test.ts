import { expect, test } from "vitest";
import { codesIn, firstSentence, plain, withoutGreeting } from "./normalize";

test("width, capitals, marks and blanks do not matter", () => {
  expect(plain("Ａ３区  三号路，停水了！！")).toBe("a3区三号路 停水了");
  expect(plain("半山壹号")).toBe("半山一号");
});

test("what is masked leaves no letters behind", () => {
  expect(plain("请打[手机号]找我")).toBe("请打 找我");
});

test("a greeting goes, a text that is nothing else stays", () => {
  expect(withoutGreeting("你好，三号路停水了")).toBe("三号路停水了");
  expect(withoutGreeting("尊敬的领导：三号路停水了")).toBe("三号路停水了");
  expect(withoutGreeting("你好")).toBe("你好");
});

test("a letter begins with its title", () => {
  expect(firstSentence("三号路停水。我们小区住着老人")).toBe("三号路停水");
});

test("a code is no word of a text; numbers with their measures and words with a number are", () => {
  expect(plain("路灯不亮 mwsma67n，三号路")).toBe("路灯不亮 三号路");
  expect(codesIn("湘A12345拒载，订单 K6c923c43")).toEqual(["a12345", "k6c923c43"]);
  expect(codesIn("停水 since 8am，110000kv，windows10，13800000000，A7县")).toEqual([]);
});
