import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { choosePassword } from "./choose-password";
import { deactivateOfficer } from "./deactivate-officer";
import { reinstateOfficer } from "./reinstate-officer";
import { signIn } from "./sign-in";
import { arrives } from "./testing";

test("whoever comes back chooses another password by the link; the old one opens nothing", async () => {
  const [lin, boss] = [await arrives("lin"), await arrives("boss", "admin")];
  await expect(reinstateOfficer({ officerId: lin.id }, boss.officer)).rejects.toMatchObject({ code: "officerNotYours" });
  await deactivateOfficer({ officerId: lin.id }, boss.officer);
  const { secret } = await reinstateOfficer({ officerId: lin.id }, boss.officer);
  await expect(signIn({ login: "lin", password: lin.password })).rejects.toMatchObject({ code: "passwordWrong" });
  await choosePassword({ secret, next: "back at the desk" });
  await expect(signIn({ login: "lin", password: "back at the desk" })).resolves.toMatchObject({ officerId: lin.id });
  expect(await db.event.count({ where: { type: "officer.reinstated", officerId: boss.id } })).toBe(1);
});
