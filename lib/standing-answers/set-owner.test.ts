import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { listStandingAnswers } from "./queries";
import { setOwner } from "./set-owner";
import { plant } from "./testing";

test("an owner gives it on to somebody of the account, and cannot change it any more", async () => {
  const { accountId, lin, zhao } = await town();
  const standingAnswerId = await plant(accountId, lin, {});
  const elsewhere = await db.officer.create({ data: { login: "elsewhere", name: "外", role: "officer" } });
  await expect(setOwner({ standingAnswerId, ownerId: elsewhere.id }, lin)).rejects.toMatchObject({ code: "officerNotFound" });
  await expect(setOwner({ standingAnswerId, ownerId: zhao.id }, zhao)).rejects.toMatchObject({ code: "notAllowed" });
  await setOwner({ standingAnswerId, ownerId: zhao.id }, lin, at(5));
  expect(await listStandingAnswers(lin.scope, accountId)).toMatchObject([{ owner: { id: zhao.id } }]);
  await expect(setOwner({ standingAnswerId, ownerId: lin.id }, lin)).rejects.toMatchObject({ code: "notAllowed" });
  expect(await told("standingAnswer.ownerSet")).toMatchObject([{ officerId: lin.id, facts: { standingAnswerId, ownerId: zhao.id } }]);
});
