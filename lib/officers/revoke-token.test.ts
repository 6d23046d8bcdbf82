import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { mintToken } from "./mint-token";
import { officerOfToken } from "./queries";
import { revokeToken } from "./revoke-token";

const bulletin = { name: "bulletin", role: "officer" } as const;

test("by its name, a program's token counts no more; another program's still does", async () => {
  const { officerId, token } = await mintToken(bulletin);
  const hotline = await mintToken({ name: "热线平台", role: "officer" });
  const at = now();
  await revokeToken("bulletin", at);
  expect(await officerOfToken(token)).toBeNull();
  expect(await officerOfToken(hotline.token)).toMatchObject({ id: hotline.officerId });
  expect(await db.apiToken.findFirstOrThrow({ where: { officerId } })).toMatchObject({ revokedAt: at });
  expect(await db.event.findMany({ where: { type: "apiToken.revoked" } })).toMatchObject([{ officerId, facts: { tokens: 1 } }]);
});

test("all live tokens of the program end, and one that ended before keeps its time", async () => {
  const { officerId } = await mintToken(bulletin);
  const [at, before] = [now(), after(now(), -60 * SECOND)];
  await db.apiToken.createMany({
    data: [
      { officerId, secretHash: "second", createdAt: before },
      { officerId, secretHash: "ended", createdAt: before, revokedAt: before },
    ],
  });
  await revokeToken(officerId, at);
  const ends = await db.apiToken.findMany({ orderBy: { revokedAt: "asc" }, select: { revokedAt: true } });
  expect(ends.map(({ revokedAt }) => revokedAt)).toEqual([before, at, at]);
  expect(await db.event.findFirstOrThrow({ where: { type: "apiToken.revoked" } })).toMatchObject({ facts: { tokens: 2 } });
});

test("of two programs of one name neither ends by it; each does by its id, and then the name is enough", async () => {
  const first = await mintToken(bulletin, after(now(), -60 * SECOND));
  const second = await mintToken(bulletin);
  const ids = `${first.officerId}, ${second.officerId}`;
  await expect(revokeToken("bulletin")).rejects.toMatchObject({ code: "tokenAmbiguous", facts: { program: "bulletin", ids } });
  expect(await db.apiToken.count({ where: { revokedAt: null } })).toBe(2);

  await revokeToken(first.officerId.toUpperCase());
  expect(await officerOfToken(first.token)).toBeNull();
  expect(await officerOfToken(second.token)).toMatchObject({ id: second.officerId });
  await revokeToken("bulletin");
  expect(await officerOfToken(second.token)).toBeNull();
});

test("a program nobody made, one whose token has ended, and a person hold no token", async () => {
  await mintToken(bulletin);
  await db.officer.create({ data: { login: "lin", name: "林", role: "officer" } });
  await revokeToken("bulletin");
  for (const program of ["bulletin", "林", "nobody", crypto.randomUUID()]) {
    await expect(revokeToken(program)).rejects.toMatchObject({ code: "tokenNotFound", facts: { program } });
  }
  expect(await db.event.count({ where: { type: "apiToken.revoked" } })).toBe(1);
});

test("of two at once one revokes", async () => {
  await mintToken(bulletin);
  const outcomes = await Promise.allSettled([revokeToken("bulletin"), revokeToken("bulletin")]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.event.count({ where: { type: "apiToken.revoked" } })).toBe(1);
});
