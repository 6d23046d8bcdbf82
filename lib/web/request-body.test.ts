import { expect, test } from "vitest";
import { readJson, readPicture, readTypedJson } from "./request-body";

const post = (type: string | null, said = "{}") =>
  new Request("http://desk.example/", {
    method: "POST",
    body: new TextEncoder().encode(said),
    headers: type === null ? {} : { "content-type": type },
  });

test("a program may leave the type out, a page may not", async () => {
  expect(await readJson(post(null))).toEqual({});
  await expect(readTypedJson(post(null))).rejects.toMatchObject({ problem: { status: 415 } });
});

test.each(["text/plain", "application/x-www-form-urlencoded", "text/plain; application/json"])("%s is no JSON", async (type) => {
  for (const read of [readJson, readTypedJson]) await expect(read(post(type))).rejects.toMatchObject({ problem: { status: 415 } });
});

test.each(["application/json", "application/json; charset=utf-8"])("%s is", async (type) => {
  expect(await readTypedJson(post(type))).toEqual({});
});

test("what is too large is refused, and how much that is each door says", async () => {
  const large = JSON.stringify({ words: "x".repeat(70_000) });
  await expect(readTypedJson(post("application/json", large))).rejects.toMatchObject({ problem: { status: 413 } });
  expect(await readTypedJson(post("application/json", large), 69)).toEqual(JSON.parse(large));
  await expect(readTypedJson(post("application/json", large), 68)).rejects.toMatchObject({ problem: { status: 413 } });
});

test("a picture is taken by its type up to its size, and not for ever", async () => {
  expect((await readPicture(post("image/png", "bytes"), 5)).toString()).toBe("bytes");
  await expect(readPicture(post("image/png", "bytes!"), 5)).rejects.toMatchObject({ problem: { status: 413 } });
  for (const type of [null, "text/plain", "image/png, text/html"])
    await expect(readPicture(post(type), 5)).rejects.toMatchObject({ problem: { status: 415 } });
  const body = new ReadableStream({ pull: () => new Promise(() => undefined) });
  const slow = new Request("http://desk.example/", {
    method: "POST",
    body,
    duplex: "half",
    headers: { "content-type": "image/png" },
  } as RequestInit);
  await expect(readPicture(slow, 5, 20)).rejects.toMatchObject({ problem: { status: 408 } });
});
