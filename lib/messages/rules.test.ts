import { describe, expect, test } from "vitest";
import { type MessageKind, natureOf } from "./rules";

const nature = (text: string, more: { kind?: MessageKind; tapped?: boolean } = {}) =>
  natureOf({ kind: "text", tapped: false, text, ...more });

describe("only a message that is wholly one is a greeting, thanks or a sticker", () => {
  test.each(["在吗", "您好！", "你好，在吗？", "  HELLO ~ ", "Hi", "早上好呀😊", "请问", "我想咨询一下", "有人吗？？", "/:rose 您好 /::)"])(
    "greeting: %s",
    (text) => expect(nature(text)).toBe("greeting"),
  );

  test.each(["谢谢", "好的，谢谢！", "OK", "Thank you!", "辛苦了🙏", "收到，谢谢答复。", "嗯嗯", "[OK]谢谢[玫瑰]"])("thanks: %s", (text) =>
    expect(nature(text)).toBe("thanks"),
  );

  test.each([
    "【收到不支持的消息类型，暂无法显示】",
    "😀",
    "👨‍👩‍👧‍👦👍🏻",
    "/::)",
    "/:rose",
    "/:rose/:rose/:rose",
    "[微笑][玫瑰]",
    "……",
    "   ",
    "",
  ])("sticker: %s", (text) => expect(nature(text)).toBe("sticker"));

  test.each([
    "在吗停水了",
    "您好，三号路什么时候来水",
    "谢谢，但还是没水",
    "好的那什么时候修",
    "路灯不亮/:rose",
    "Is the road open?",
    "hi there",
    "Хелло",
    "你好吗朋友",
  ])("content: %s", (text) => expect(nature(text)).toBe("content"));
});

test.each(["1", "２", "12345", "？", "?", "!!!", "！", "😡！", "1️⃣"])("a number or a cry is content: %s", (text) => {
  expect(nature(text)).toBe("content");
});

test("what is no text is content, an event an event, a tap on our menu a rating", () => {
  expect(nature("", { kind: "image" })).toBe("content");
  expect(nature("您好", { kind: "voice" })).toBe("content");
  expect(nature("", { kind: "unknown" })).toBe("content");
  expect(nature("subscribe", { kind: "event" })).toBe("event");
  expect(nature("满意", { tapped: true })).toBe("rating");
});

test("long texts of every sort are read to their end", () => {
  const long = 100_000;
  expect(nature(`${"您好".repeat(long)}停水了`)).toBe("content");
  expect(nature("您好".repeat(long))).toBe("greeting");
  expect(nature("谢".repeat(long - 1))).toBe("content");
  expect(nature("，。！".repeat(long))).toBe("content");
  expect(nature("😀".repeat(long))).toBe("sticker");
  expect(nature("/:".repeat(long))).toBe("sticker");
  expect(nature(`${"[".repeat(long)}微笑`)).toBe("content");
  expect(nature(`${"\u200d\ufe0f".repeat(long)}水`)).toBe("content");
});
