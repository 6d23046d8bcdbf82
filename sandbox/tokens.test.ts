import { expect, test } from "vitest";
import { checkToken, emptyTokenBook, fetchStableToken, fetchToken } from "./tokens";

const NOW = Date.parse("2024-11-22T08:00:00+08:00");
const MINUTE = 60_000;

type Book = ReturnType<typeof emptyTokenBook>;

function stable(book: Book, now: number, force = false) {
  const answer = fetchStableToken(book, force, now);
  if (typeof answer === "number") throw new Error(`refused with ${answer}`);
  return answer;
}

test("/token: the one before works five minutes longer", () => {
  const book = emptyTokenBook();
  const first = fetchToken(book, NOW).access_token;
  const second = fetchToken(book, NOW + MINUTE);
  expect(second).toMatchObject({ expires_in: 7200 });
  expect(second.access_token).not.toBe(first);
  expect(checkToken(book, first, NOW + 6 * MINUTE - 1)).toBe(0);
  expect(checkToken(book, first, NOW + 6 * MINUTE)).toBe(40001);
  expect(checkToken(book, second.access_token, NOW + 6 * MINUTE)).toBe(0);
});

test("a token ends after two hours", () => {
  const book = emptyTokenBook();
  const { access_token: token } = fetchToken(book, NOW);
  expect(checkToken(book, token, NOW + 120 * MINUTE - 1)).toBe(0);
  expect(checkToken(book, token, NOW + 120 * MINUTE)).toBe(42001);
  expect(checkToken(book, "made up", NOW)).toBe(40014);
  expect(checkToken(book, null, NOW)).toBe(41001);
});

test("/stable_token: the same one until five minutes before its end", () => {
  const book = emptyTokenBook();
  const first = stable(book, NOW);
  expect(stable(book, NOW + 100 * MINUTE)).toEqual({ ...first, expires_in: 1200 });
  const renewed = stable(book, NOW + 115 * MINUTE);
  expect(renewed.access_token).not.toBe(first.access_token);
  expect(checkToken(book, first.access_token, NOW + 119 * MINUTE)).toBe(0);
});

test("forced, the one before dies at once", () => {
  const book = emptyTokenBook();
  const first = stable(book, NOW).access_token;
  const second = stable(book, NOW + 1, true).access_token;
  expect(checkToken(book, first, NOW + 2)).toBe(40001);
  expect(checkToken(book, second, NOW + 2)).toBe(0);
  expect(stable(book, NOW + 3).access_token).toBe(second);
});

test("forces stand thirty seconds apart, twenty a day", () => {
  const book = emptyTokenBook();
  stable(book, NOW, true);
  expect(fetchStableToken(book, true, NOW + 29_999)).toBe(45011);
  for (let count = 1; count < 20; count += 1) stable(book, NOW + count * 30_000, true);
  expect(fetchStableToken(book, true, NOW + 20 * 30_000)).toBe(45009);
  stable(book, NOW + 24 * 60 * MINUTE, true);
});

test("the two endpoints leave each other's tokens alone", () => {
  const book = emptyTokenBook();
  const own = stable(book, NOW).access_token;
  fetchToken(book, NOW);
  fetchToken(book, NOW);
  expect(checkToken(book, own, NOW + 60 * MINUTE)).toBe(0);
});
