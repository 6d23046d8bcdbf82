import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readBody } from "./body";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

const request = (body: BodyInit | null) => new Request("http://door.test/", { method: "POST", body, duplex: "half" } as RequestInit);
const bytes = (text: string) => new TextEncoder().encode(text);

/** A body whose sender goes on as told and never ends it; `cancel` is called once nobody listens. */
function unending(send: (controller: ReadableStreamDefaultController<Uint8Array>) => void) {
  const cancel = vi.fn();
  return { cancel, sent: request(new ReadableStream<Uint8Array>({ start: send, cancel })) };
}

test("a body is read whole, in UTF-8 across its chunks; none is empty", async () => {
  const [first, second] = [bytes("停水了").subarray(0, 4), bytes("停水了").subarray(4)];
  const chunked = new ReadableStream({
    start(controller) {
      controller.enqueue(first);
      controller.enqueue(second);
      controller.close();
    },
  });
  expect(await readBody(request(chunked), 9)).toBe("停水了");
  expect(await readBody(request(null), 9)).toBe("");
  expect(vi.getTimerCount()).toBe(0);
});

test("one byte too many is null, and the rest is not taken", async () => {
  const { cancel, sent } = unending((controller) => controller.enqueue(bytes("0123456789")));
  expect(await readBody(sent, 9)).toBeNull();
  expect(cancel).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});

test("a sender who never ends is refused after 5 s and hung up on", async () => {
  const { cancel, sent } = unending(() => undefined);
  const refused = expect(readBody(sent, 9)).rejects.toMatchObject({ code: "tooSlow", httpStatus: 408 });
  await vi.advanceTimersByTimeAsync(4_999);
  expect(cancel).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await refused;
  expect(cancel).toHaveBeenCalledOnce();
});

test("a byte now and then buys no more time", async () => {
  const { sent } = unending((controller) => {
    for (const at of [1_000, 2_000, 3_000, 4_000, 4_900]) setTimeout(() => controller.enqueue(bytes("x")), at);
  });
  const refused = expect(readBody(sent, 9)).rejects.toMatchObject({ code: "tooSlow" });
  await vi.advanceTimersByTimeAsync(5_000);
  await refused;
});

test("a sender who breaks off is an error, not an empty body", async () => {
  const { sent } = unending((controller) => controller.error(new Error("aborted")));
  await expect(readBody(sent, 9)).rejects.toMatchObject({ code: "malformed", httpStatus: 400 });
  expect(vi.getTimerCount()).toBe(0);
});
