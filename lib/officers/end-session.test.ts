import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { endSession } from "./end-session";
import { officerOfSession } from "./queries";
import { listSessions } from "./sessions";
import { signIn } from "./sign-in";
import { arrives } from "./testing";

test("one's own elsewhere, once; a colleague's is an admin's matter", async () => {
  const [lin, zhao, boss] = [await arrives("lin"), await arrives("zhao"), await arrives("boss", "admin")];
  const { secret } = await signIn({ login: "lin", password: lin.password }, undefined, "", "Edge · Windows");
  const elsewhere = (await listSessions(lin.id)).find(({ device }) => device === "Edge · Windows");
  const sessionId = elsewhere?.id ?? "";
  await expect(endSession({ sessionId }, zhao.officer)).rejects.toMatchObject({ code: "notAllowed" });
  await endSession({ sessionId }, lin.officer);
  await expect(endSession({ sessionId }, lin.officer)).rejects.toMatchObject({ code: "sessionNotFound" });
  expect(await officerOfSession(secret)).toBeNull();
  await endSession({ sessionId: lin.officer.sessionId }, boss.officer);
  expect(await listSessions(lin.id)).toEqual([]);
  expect(await db.event.findMany({ where: { type: "officer.sessionEnded" }, orderBy: { id: "asc" } })).toMatchObject([
    { officerId: lin.id, facts: { sessionId } },
    { officerId: boss.id, facts: { ofId: lin.id } },
  ]);
});
