import { describe, expect, test } from "vitest";
import { after, HOUR, MINUTE, SECOND } from "@/lib/time/rules";
import { markOf, replyWindow, shownWindow, type Windows, windowOpenedBy, windowRefusal } from "./rules";

const eight = new Date("2026-11-23T00:00:00Z");
const text = { kind: "text", event: null, tapped: false };
const event = (name: string) => ({ kind: "event", event: name, tapped: false });
const resident = (facts: Partial<Windows> = {}): Windows => ({
  unfollowedAt: null,
  messageWindowOpenedAt: null,
  messageWindowClosesAt: null,
  messageWindowRemaining: 0,
  eventWindowOpenedAt: null,
  eventWindowClosesAt: null,
  eventWindowRemaining: 0,
  ...facts,
});
const message = (remaining: number) => ({
  messageWindowOpenedAt: eight,
  messageWindowClosesAt: after(eight, 48 * HOUR - MINUTE),
  messageWindowRemaining: remaining,
});
const click = (remaining: number) => ({
  eventWindowOpenedAt: eight,
  eventWindowClosesAt: after(eight, MINUTE),
  eventWindowRemaining: remaining,
});

describe("what opens a window", () => {
  test("a message: five replies for 48 hours less a minute of margin, by WeChat's clock", () => {
    expect(windowOpenedBy(text, after(eight, -30 * SECOND), eight)).toEqual({
      kind: "message",
      closesAt: after(eight, 48 * HOUR - MINUTE - 30 * SECOND),
      remaining: 5,
    });
  });

  test("a CreateTime from the future counts from when we received it", () => {
    expect(windowOpenedBy(text, after(eight, HOUR), eight)?.closesAt).toEqual(after(eight, 48 * HOUR - MINUTE));
  });

  test.each(["CLICK", "subscribe", "SCAN", "scancode_push", "scancode_waitmsg"])("%s: three replies for a minute", (name) => {
    expect(windowOpenedBy(event(name), eight, eight)).toEqual({ kind: "event", closesAt: after(eight, MINUTE), remaining: 3 });
  });

  test("a tap on a menu of ours is text, and opens the short window only", () => {
    expect(windowOpenedBy({ ...text, tapped: true }, eight, eight)).toMatchObject({ kind: "event", remaining: 3 });
  });

  test.each(["VIEW", "LOCATION", "unsubscribe", "TEMPLATESENDJOBFINISH", ""])("%s opens none", (name) => {
    expect(windowOpenedBy(event(name), eight, eight)).toBeNull();
  });
});

describe("which window a reply goes through", () => {
  test("the long one while it suffices, else the short one", () => {
    const both = { ...message(1), ...click(3) };
    expect(replyWindow(resident(both), eight)?.kind).toBe("message");
    expect(replyWindow(resident(both), eight, 2)?.kind).toBe("event");
    expect(replyWindow(resident(both), eight, 4)).toBeNull();
  });

  test("closed at the very instant, used up, or closed by an unfollow", () => {
    const closesAt = after(eight, 48 * HOUR - MINUTE);
    expect(windowRefusal(resident(message(5)), after(closesAt, -1))).toBeNull();
    expect(windowRefusal(resident(message(5)), closesAt)).toBe("windowClosed");
    expect(windowRefusal(resident(message(0)), eight)).toBe("windowSpent");
    expect(windowRefusal(resident(message(2)), eight, 3)).toBe("windowSpent");
    expect(windowRefusal(resident({ ...message(5), unfollowedAt: eight }), eight)).toBe("windowClosed");
    expect(windowRefusal(resident(), eight)).toBe("windowClosed");
  });
});

describe("what the badge shows", () => {
  test("the open window, the long one first, and nothing more than its end and its rest", () => {
    expect(shownWindow(resident({ ...message(4), ...click(3) }), eight)).toEqual({
      closesAt: message(4).messageWindowClosesAt,
      remaining: 4,
    });
    expect(shownWindow(resident(click(3)), eight)).toEqual({ closesAt: after(eight, MINUTE), remaining: 3 });
  });

  test("a closed one with when it closed, none when there never was one", () => {
    const closed = resident(message(4));
    expect(shownWindow(closed, after(eight, 50 * HOUR))).toEqual({ closesAt: closed.messageWindowClosesAt, remaining: 0 });
    expect(shownWindow(resident(), eight)).toEqual({ closesAt: null, remaining: 0 });
  });
});

test("a mark is short, upper case and the same every time", () => {
  expect(markOf("0192f3a1-0000-7000-8000-00000000beef")).toBe("BEEF");
});
