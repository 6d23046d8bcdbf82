import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at, eight, stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { mintBoardToken } from "./mint-board-token";
import { revokeBoardToken } from "./revoke-board-token";

test("one of two who revoke at once does; an officer of another account never", async () => {
  const { he, admin, accountId } = await town();
  const { boardTokenId } = await mintBoardToken({ name: "值班室", accountIds: [accountId] }, he, eight);
  await expect(revokeBoardToken({ boardTokenId }, stranger(he), at(1))).rejects.toMatchObject({ code: "boardTokenNotFound" });
  expect(await db.boardToken.count({ where: { revokedAt: null } })).toBe(1);
  const outcomes = await Promise.allSettled([he, admin].map((officer) => revokeBoardToken({ boardTokenId }, officer, at(2))));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await told("boardToken.revoked")).toMatchObject([{ at: at(2), facts: { boardTokenId } }]);
});
