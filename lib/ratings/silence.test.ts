import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { closeQuestion } from "@/lib/questions/close-question";
import "@/prisma/testing";
import { OFFICERS } from "@/prisma/town";
import { commentRating } from "./comment-rating";
import { giveRating } from "./give-rating";
import { reportRequest } from "./report-request";
import { reviewClosing } from "./review-closing";
import { askingTown, at, claims, OPENID } from "./testing";

const WORDS = { asked: "出口堵了", ask: "您满意吗？〔自动回复〕", comment: "还是堵着" };

test("no event from the asking to the verdict holds words of anybody, an openid, a name or a link's secret", async () => {
  const { asksAndHears, lin, he } = await askingTown({ means: "page", askText: WORDS.ask });
  const { questionId } = await asksAndHears(OPENID, 0, WORDS.asked);
  const error = { errcode: -1, code: "systemBusy", detail: WORDS.comment };
  await reportRequest(await claims(at(40)), { kind: "held", error, retryAt: at(41) }, at(40));
  const claim = await claims(at(41));
  await reportRequest(claim, { kind: "sent" }, at(41));
  await giveRating({ requestId: claim.id, score: "notSolved", means: "page" }, at(42));
  await commentRating({ requestId: claim.id, comment: WORDS.comment, means: "page" }, at(43));
  await closeQuestion({ questionId, reason: "repeated" }, lin, at(44));
  await reviewClosing({ questionId, closedAt: at(44), verdict: "overturned" }, he, at(50));

  const events = await db.event.findMany();
  const types = events.map(({ type }) => type).filter((type) => /^(rating|closing|satisfaction)/.test(type));
  expect(types.sort()).toEqual([
    "closing.reviewed",
    "rating.commented",
    "rating.given",
    "ratingRequest.claimed",
    "ratingRequest.claimed",
    "ratingRequest.held",
    "ratingRequest.queued",
    "ratingRequest.sent",
    "satisfaction.saved",
  ]);
  const told = events.map(({ facts }) => JSON.stringify(facts)).join("\n");
  const personal = [...Object.values(WORDS), OPENID, claim.token ?? "", ...OFFICERS.map(({ name }) => name)];
  expect(personal.filter((words) => told.includes(words))).toEqual([]);
  expect(told).not.toMatch(/[\u3400-\u9fff]/);
});
