import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, HOUR } from "@/lib/time/rules";
import "@/prisma/testing";
import { choosePassword } from "./choose-password";
import { lockOfficer } from "./kept";
import { makePasswordLink } from "./make-password-link";
import { PASSWORD_LINK_HOURS } from "./rules";
import { signIn } from "./sign-in";
import { arrives, withApp } from "./testing";

async function linked() {
  const [lin, boss] = [await arrives("lin"), await arrives("boss", "admin")];
  return { lin, makes: () => makePasswordLink({ officerId: lin.id }, boss.officer) };
}
const ended = { code: "linkEnded" };

test("a link counts once, also of two who open it at once; the second factor is asked all the same", async () => {
  const { lin, makes } = await linked();
  await withApp(lin.officer);
  const { secret } = await makes();
  const chosen = ["one of my own", "another of mine"];
  const outcomes = await Promise.allSettled(chosen.map((next) => choosePassword({ secret, next })));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const password = chosen[outcomes.findIndex(({ status }) => status === "fulfilled")] ?? "";
  await expect(signIn({ login: "lin", password })).resolves.toMatchObject({ waits: true });
  expect(await db.event.count({ where: { type: "officer.passwordChosen", officerId: lin.id } })).toBe(1);
});

test("one that another took the place of, an old one, a made-up one and one of who left count no more", async () => {
  const { lin, makes } = await linked();
  const [first, second] = [await makes(), await makes()];
  const next = "one of my own";
  await expect(choosePassword({ secret: first.secret, next })).rejects.toMatchObject(ended);
  await expect(choosePassword({ secret: "link_made-up", next })).rejects.toMatchObject(ended);
  await db.officer.update({ where: { id: lin.id }, data: { deactivatedAt: now() } });
  await expect(choosePassword({ secret: second.secret, next })).rejects.toMatchObject(ended);
  await db.officer.update({ where: { id: lin.id }, data: { deactivatedAt: null } });
  const late = after(now(), PASSWORD_LINK_HOURS * HOUR);
  await expect(choosePassword({ secret: second.secret, next }, late)).rejects.toMatchObject(ended);
});

test("whoever makes another link meanwhile and whoever uses the first wait for each other in one order", async () => {
  const { lin, makes } = await linked();
  const { secret } = await makes();
  const choosing = await db.$transaction(async (tx) => {
    await lockOfficer(tx, lin.id);
    const chosen = choosePassword({ secret, next: "one of my own" }).then(
      () => null,
      (error: { code?: string }) => error.code,
    );
    await expect.poll(() => waitingForLocks()).toBe(1);
    await tx.passwordLink.updateMany({ where: { officerId: lin.id }, data: { endedAt: now() } });
    return { chosen };
  });
  expect(await choosing.chosen).toBe("linkEnded");
});

async function waitingForLocks(): Promise<number> {
  const rows = await db.$queryRaw<{ waiting: number }[]>`
    SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return rows[0]?.waiting ?? 0;
}
