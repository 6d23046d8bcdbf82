import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { commentRating } from "./comment-rating";
import { giveRating } from "./give-rating";
import { askingTown, at, claims, OPENID } from "./testing";

test("one comment a rating, five hundred characters of it, its words in no event", async () => {
  const { asksAndHears } = await askingTown();
  const { questionId } = await asksAndHears(OPENID, 0);
  const { id: requestId } = await claims(at(40));
  const comment = `${"😀".repeat(499)}好长`;
  await expect(commentRating({ requestId, comment, means: "page" }, at(41))).rejects.toMatchObject({ code: "ratingNotFound" });
  await giveRating({ requestId, score: "satisfied", means: "page" }, at(41));
  const tries = await Promise.allSettled(
    ["一", "二"].map((words) => commentRating({ requestId, comment: words + comment, means: "page" }, at(42))),
  );
  expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const kept = await db.rating.findUniqueOrThrow({ where: { questionId } });
  expect([...(kept.comment ?? "")]).toHaveLength(500);
  expect(kept.commentedAt).toEqual(at(42));
  await expect(commentRating({ requestId, comment, means: "page" }, at(43))).rejects.toMatchObject({ code: "commentGiven" });
  expect(await told("rating.commented")).toEqual([{ at: at(42), questionId, officerId: null, facts: { means: "page" } }]);
});
