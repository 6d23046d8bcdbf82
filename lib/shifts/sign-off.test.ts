import { expect, test } from "vitest";
import { stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { whoIsOnDuty } from "./queries";
import { signOff } from "./sign-off";
import { desk, hours } from "./testing";

test("off duty at once, whatever is open; once", async () => {
  const { accountId, lin, zhao, comes, hears } = await desk();
  await hears("o-xing", "出口堵了", hours(0));
  await comes(lin, hours(0));
  await comes(zhao, hours(0));
  await expect(signOff({ accountId }, stranger(lin), hours(1))).rejects.toMatchObject({ code: "notOnDuty" });
  const outcomes = await Promise.allSettled([signOff({ accountId }, lin, hours(1)), signOff({ accountId }, lin, hours(1))]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await whoIsOnDuty(accountId, hours(1))).map(({ officerId }) => officerId)).toEqual([zhao.id]);
  expect(await told("shift.signedOff")).toMatchObject([{ at: hours(1), officerId: lin.id, facts: { shiftId: null } }]);
  await expect(signOff({ accountId }, lin, hours(2))).rejects.toMatchObject({ code: "notOnDuty" });
});
