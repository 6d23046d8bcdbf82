import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, DAY, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import {
  FAMILIAR_ADDRESS_DAYS,
  FREE_SIGN_IN_TRIES,
  FREE_SIGN_IN_TRIES_AN_ADDRESS,
  FREE_SIGN_IN_TRIES_ELSEWHERE,
  SIGN_IN_PAUSE_SECONDS,
} from "./rules";
import { type Door, hashAddress, returnTries, takeTry } from "./tries";

const at = now();
const pauses = (count: number) => after(at, count * SIGN_IN_PAUSE_SECONDS * SECOND);
const door = (address: string, passwordHash: string | null = "hash"): Door => ({ login: "lin", passwordHash, address });

async function takeAll(from: Door, instant: Date) {
  let taken = 0;
  while (await takeTry(from, instant)) taken += 1;
  return taken;
}

test("tries side by side count like tries in a row", async () => {
  const taken = await Promise.all(Array.from({ length: 24 }, () => takeTry(door("10.0.0.1"), at)));
  expect(taken.filter(Boolean)).toHaveLength(FREE_SIGN_IN_TRIES);
});

test("taken tries come back one by one", async () => {
  expect(await takeAll(door("10.0.0.1"), at)).toBe(FREE_SIGN_IN_TRIES);
  expect(await takeAll(door("10.0.0.1"), after(pauses(1), -1))).toBe(0);
  expect(await takeAll(door("10.0.0.1"), pauses(1))).toBe(1);
  expect(await takeAll(door("10.0.0.1"), pauses(3))).toBe(2);
  expect(await takeAll(door("10.0.0.1"), pauses(20))).toBe(FREE_SIGN_IN_TRIES);
});

test("they come back all the same when more is waiting to be forgotten than one try forgets", async () => {
  const strangers = Array.from({ length: 1_000 }, (_, index) => ({ key: `stranger ${index}`, spentUntil: pauses(1) }));
  await db.signInTries.createMany({ data: strangers });
  await takeAll(door("10.0.0.1"), at);
  expect(await takeAll(door("10.0.0.1"), pauses(20))).toBe(FREE_SIGN_IN_TRIES);
});

test("one try after each pause never adds up", async () => {
  for (let round = 0; round < 3 * FREE_SIGN_IN_TRIES; round += 1) expect(await takeTry(door(""), pauses(round))).toBe(true);
  expect(await takeAll(door(""), pauses(3 * FREE_SIGN_IN_TRIES))).toBe(FREE_SIGN_IN_TRIES);
});

test("each address, each login and each password has its own count", async () => {
  await takeAll(door("10.0.0.1"), at);
  expect(await takeTry(door("10.0.0.2"), at)).toBe(true);
  expect(await takeTry({ ...door("10.0.0.1"), login: "zhao" }, at)).toBe(true);
  expect(await takeTry(door("10.0.0.1", "a new hash"), at)).toBe(true);
  expect(await takeTry(door("10.0.0.1"), at)).toBe(false);
});

async function guessEverywhere(passwordHash: string | null) {
  for (let guess = 0; guess < FREE_SIGN_IN_TRIES_ELSEWHERE; guess += 1)
    expect(await takeTry(door(`203.0.113.${guess}`, passwordHash), at)).toBe(true);
}

test.each([
  ["a known login", "hash"],
  ["an unknown login", null],
])("guesses at %s from a hundred addresses meet a second count", async (_, passwordHash) => {
  await guessEverywhere(passwordHash);
  expect(await takeTry(door("203.0.113.200", passwordHash), at)).toBe(false);
  expect(await takeTry(door("203.0.113.201", passwordHash), pauses(1))).toBe(true);
});

test("guesses from elsewhere keep no officer out of an address of lately", async () => {
  const officer = await db.officer.create({ data: { login: "lin", name: "林", role: "officer", passwordHash: "hash" } });
  const opened = { officerId: officer.id, expiresAt: at };
  const [usual, former] = ["10.0.0.1", "10.0.0.2"].map((address) => hashAddress({ login: "lin", address })) as [string, string];
  await db.session.createMany({
    data: [
      { ...opened, secretHash: "one", addressHash: usual, createdAt: after(at, -DAY) },
      { ...opened, secretHash: "other", addressHash: former, createdAt: after(at, -FAMILIAR_ADDRESS_DAYS * DAY - SECOND) },
    ],
  });
  await guessEverywhere("hash");
  expect(await takeAll(door("10.0.0.1"), at)).toBe(FREE_SIGN_IN_TRIES);
  expect(await takeTry(door("10.0.0.2"), at)).toBe(false);
});

test("guesses at a hundred logins from one address meet a third count, which right passwords don't take from", async () => {
  const at = now();
  const from = (login: string) => ({ login, passwordHash: "hash", address: "10.0.0.9" });
  for (let person = 0; person < 3; person += 1) {
    expect(await takeTry(from(`right ${person}`), at)).toBe(true);
    await db.$transaction((tx) => returnTries(tx, from(`right ${person}`)));
  }
  const guesses = await Promise.all(Array.from({ length: 100 }, (_, person) => takeTry(from(`guess ${person}`), at)));
  expect(guesses.filter(Boolean)).toHaveLength(FREE_SIGN_IN_TRIES_AN_ADDRESS);
  expect(await takeTry({ ...from("lin"), address: "10.0.0.8" }, at)).toBe(true);
});

test("what has come back is forgotten, and nothing kept can be read", async () => {
  for (const login of ["my password", "her password"]) await takeTry({ login, passwordHash: null, address: "10.0.0.1" }, at);
  const kept = await db.signInTries.findMany();
  expect(kept).toHaveLength(5);
  expect(JSON.stringify(kept)).not.toMatch(/password|10\.0\.0\.1/);
  await takeTry(door("10.0.0.1"), pauses(1));
  // Three of this try, of which the address's own has another that is not back.
  expect(await db.signInTries.count()).toBe(3);
});
