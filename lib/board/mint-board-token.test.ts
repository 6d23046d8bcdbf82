import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { officerOfSession, officerOfToken } from "@/lib/officers/queries";
import { liveSessions } from "@/lib/officers/sessions";
import { at, eight, stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { mintBoardToken } from "./mint-board-token";
import { revokeBoardToken } from "./revoke-board-token";
import { listBoardTokens, openBoard, scopeOfBoard } from "./tokens";

test("a wall sees the accounts it was let see, until it is revoked, and its secret is kept nowhere", async () => {
  const { he, accountId } = await town();
  const { boardTokenId, secret } = await mintBoardToken({ name: "值班室", accountIds: [accountId] }, he, eight);
  expect(await scopeOfBoard(secret, at(1))).toEqual({ accountIds: [accountId] });
  expect(await listBoardTokens(he.scope)).toMatchObject([{ id: boardTokenId, name: "值班室", createdBy: "何", lastUsedAt: at(1) }]);
  await scopeOfBoard(secret, at(50));
  expect(await listBoardTokens(he.scope)).toMatchObject([{ lastUsedAt: at(1) }]);
  expect(JSON.stringify(await db.boardToken.findMany())).not.toContain(secret);
  expect(await told("boardToken.minted")).toMatchObject([{ officerId: he.id, facts: { boardTokenId, accounts: 1 } }]);

  await revokeBoardToken({ boardTokenId }, he, at(60));
  expect(await scopeOfBoard(secret, at(60))).toBeNull();
  expect(await scopeOfBoard("board_of nobody", at(60))).toBeNull();
  expect(await listBoardTokens(he.scope)).toEqual([]);
});

test("its secret is nobody's session and no program's token", async () => {
  const { he, accountId } = await town();
  const { secret } = await mintBoardToken({ name: "值班室", accountIds: [accountId] }, he);
  expect(await officerOfSession(secret)).toBeNull();
  expect(await officerOfToken(secret)).toBeNull();
  expect(await liveSessions([secret])).toEqual(new Map());
});

test("nobody lets a wall see what they don't see, nor finds a wall of others", async () => {
  const { he, accountId } = await town();
  await expect(mintBoardToken({ name: "值班室", accountIds: [accountId] }, stranger(he))).rejects.toMatchObject({
    code: "accountNotFound",
  });
  expect(await db.boardToken.count()).toBe(0);
  await mintBoardToken({ name: "值班室", accountIds: [accountId] }, he);
  expect(await listBoardTokens(stranger(he).scope)).toEqual([]);
});

test("whoever tries secrets has to wait after ten, and a right one is not held up by the wrong ones of others", async () => {
  const { he, accountId } = await town();
  const { secret } = await mintBoardToken({ name: "值班室", accountIds: [accountId] }, he);
  const tries = await Promise.allSettled(Array.from({ length: 14 }, () => openBoard("board_guess", "10.0.0.1", eight)));
  const codes = tries.map((one) => (one.status === "rejected" ? one.reason.code : "opened"));
  expect(codes.filter((code) => code === "boardTokenNotFound")).toHaveLength(10);
  expect(codes.filter((code) => code === "boardDoorBlocked")).toHaveLength(4);
  await expect(openBoard(secret, "10.0.0.1", at(1))).rejects.toMatchObject({ code: "boardDoorBlocked" });
  await openBoard(secret, "10.0.0.2", at(1));
  await openBoard(secret, "10.0.0.1", at(31));
});
