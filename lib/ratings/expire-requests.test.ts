import { expect, test } from "vitest";
import { told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { expireRequests } from "./expire-requests";
import { askingTown, at, claims, OPENID } from "./testing";

test("a lease that has run out is unknown, and told once", async () => {
  const { asksAndHears } = await askingTown();
  const { questionId } = await asksAndHears(OPENID, 0);
  await claims(at(40));
  expect(await expireRequests(at(40))).toBe(0);
  expect(await Promise.all([expireRequests(at(41)), expireRequests(at(41))])).toEqual(expect.arrayContaining([0, 1]));
  expect(await told("ratingRequest.unknown")).toMatchObject([{ questionId, facts: { errorCode: "leaseExpired" } }]);
});
