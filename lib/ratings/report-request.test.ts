import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { claimRequest } from "./claim-request";
import { expireRequests } from "./expire-requests";
import { reportRequest } from "./report-request";
import { askingTown, at, claims, left, OPENID, request } from "./testing";

const error = { errcode: 45_009, code: "dailyQuotaSpent", detail: "45009" };

test("sent: WeChat has it, the window stays spent, and only its own claim may say so", async () => {
  const { asksAndHears } = await askingTown();
  await asksAndHears(OPENID, 0);
  const claim = await claims(at(40));
  expect(await reportRequest({ id: claim.id, claimId: crypto.randomUUID() }, { kind: "sent" }, at(41))).toBe(false);
  expect(await reportRequest(claim, { kind: "sent" }, at(41))).toBe(true);
  expect(await request(claim.id)).toMatchObject({ status: "sent", sentAt: at(41), leaseUntil: null });
  expect(await left()).toBe(3);
});

test("held: surely not taken, the window given back, claimed anew when it is time", async () => {
  const { asksAndHears } = await askingTown();
  await asksAndHears(OPENID, 0);
  const claim = await claims(at(40));
  expect(await reportRequest(claim, { kind: "held", error, retryAt: at(45) }, at(41))).toBe(true);
  expect(await left()).toBe(4);
  expect(await claimRequest(at(44))).toBeNull();
  expect(await claimRequest(at(45))).toMatchObject({ kind: "claimed", id: claim.id, attempts: 2 });
});

test("failed: WeChat's word about the window stands over our count", async () => {
  const { asksAndHears } = await askingTown();
  await asksAndHears(OPENID, 0);
  const claim = await claims(at(40));
  await reportRequest(claim, { kind: "failed", error: { errcode: 45_047, code: "windowSpent", detail: "45047" } }, at(41));
  expect(await request(claim.id)).toMatchObject({ status: "failed", errorCode: "windowSpent" });
  expect(await left()).toBe(0);
});

test("a worker killed between the claim and the report: unknown, never asked again; the truth may come late", async () => {
  const { asksAndHears } = await askingTown();
  await asksAndHears(OPENID, 0);
  const claim = await claims(at(40));
  expect(await expireRequests(at(40.4))).toBe(0);
  expect(await expireRequests(at(41))).toBe(1);
  expect(await request(claim.id)).toMatchObject({ status: "unknown", errorCode: "leaseExpired" });
  expect(await claimRequest(at(60))).toBeNull();
  expect(await left()).toBe(3);
  expect(await reportRequest(claim, { kind: "held", error, retryAt: at(61) }, at(42))).toBe(false);
  expect(await reportRequest(claim, { kind: "sent" }, at(42))).toBe(true);
  expect(await request(claim.id)).toMatchObject({ status: "sent", unknownAt: null, errorCode: null });
  expect((await told("ratingRequest.unknown")).length + (await told("ratingRequest.sent")).length).toBe(2);
  expect(await db.ratingRequest.count()).toBe(1);
});
