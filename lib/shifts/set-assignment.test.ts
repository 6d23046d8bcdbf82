import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { dealingAccountIds } from "./queries";
import { setAssignment } from "./set-assignment";
import { desk, hours } from "./testing";

test("an account that wants it is dealt to as soon as somebody is signed on", async () => {
  const { accountId, lin, he, comes } = await desk();
  await setAssignment({ accountId, assignment: "roundRobin" }, he, hours(0));
  expect(await dealingAccountIds()).toEqual([]);
  await comes(lin, hours(0));
  expect(await dealingAccountIds()).toEqual([accountId]);
  expect(await told("account.assignmentSet")).toMatchObject([{ officerId: he.id, facts: { assignment: "roundRobin" } }]);
  await setAssignment({ accountId, assignment: "pull" }, he, hours(1));
  expect(await dealingAccountIds()).toEqual([]);
});

test("another account's is not there", async () => {
  const { accountId, he } = await desk();
  const foreign = setAssignment({ accountId, assignment: "roundRobin" }, stranger(he));
  await expect(foreign).rejects.toMatchObject({ code: "accountNotFound" });
  expect(await db.officialAccount.findFirst()).toMatchObject({ assignment: "pull" });
});
