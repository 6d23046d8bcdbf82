import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { endAllSessions } from "./end-all-sessions";
import { officerOfSession } from "./queries";
import { signIn } from "./sign-in";
import { arrives } from "./testing";

test("one's own but this one; as an admin all of another's; as anybody else nobody's", async () => {
  const [lin, boss] = [await arrives("lin"), await arrives("boss", "admin")];
  const { secret } = await signIn({ login: "lin", password: lin.password });
  expect(await endAllSessions({ officerId: lin.id }, lin.officer)).toEqual({ sessions: 1 });
  expect([await officerOfSession(secret), (await officerOfSession(lin.secret))?.id]).toEqual([null, lin.id]);
  await expect(endAllSessions({ officerId: boss.id }, lin.officer)).rejects.toMatchObject({ code: "notAllowed" });
  expect(await endAllSessions({ officerId: lin.id }, boss.officer)).toEqual({ sessions: 1 });
  expect(await officerOfSession(lin.secret)).toBeNull();
  expect(await db.event.count({ where: { type: "officer.sessionsEnded" } })).toBe(2);
});
