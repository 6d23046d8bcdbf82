import { expect, test } from "vitest";
import { told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { moveAnswer } from "./move-answer";
import { listStandingAnswers } from "./queries";
import { saveDraft } from "./save-draft";
import { draft, plant } from "./testing";

test("takes a place among the others, who close up; a number and a menu place are one answer's", async () => {
  const { accountId, lin, zhao } = await town();
  const [news, weather, hotline] = [
    await plant(accountId, lin, { name: "新闻", number: 1 }),
    await plant(accountId, lin, { name: "天气", number: 2 }),
    await plant(accountId, lin, { name: "热线", number: 4 }),
  ];
  const move = {
    standingAnswerId: hotline,
    seen: 1,
    name: "热线电话",
    number: 4,
    parentId: null,
    position: 1,
    menu: { column: 1, row: 1 },
  };
  await moveAnswer(move, lin);
  const listed = await listStandingAnswers(lin.scope, accountId);
  expect(listed.map(({ name, position }) => `${position} ${name}`)).toEqual(["1 热线电话", "2 新闻", "3 天气"]);
  expect(listed[0]?.menu).toEqual({ column: 1, row: 1 });
  expect(await told("standingAnswer.moved")).toHaveLength(4);

  const other = { standingAnswerId: weather, seen: 1, name: "天气", number: 2, parentId: null, position: 2, menu: null };
  await expect(moveAnswer({ ...other, number: 1 }, lin)).rejects.toMatchObject({ code: "standingNumberTaken", facts: { name: "新闻" } });
  await expect(moveAnswer({ ...other, menu: move.menu }, lin)).rejects.toMatchObject({ code: "standingMenuPlaceTaken" });
  await expect(moveAnswer({ ...other, name: "新闻" }, lin)).rejects.toMatchObject({ code: "standingClashes" });
  await expect(moveAnswer(other, zhao)).rejects.toMatchObject({ code: "notAllowed" });

  await moveAnswer({ ...other, parentId: news }, lin);
  const loop = { standingAnswerId: news, seen: 1, name: "新闻", number: 1, parentId: weather, position: 1, menu: null };
  await expect(moveAnswer(loop, lin)).rejects.toMatchObject({ code: "standingParentLoops" });
});

test("of two who move the same one only the first does; a new one may have its number at once", async () => {
  const { accountId, lin, he } = await town();
  const standingAnswerId = await plant(accountId, lin, { number: 2 });
  const seen = { standingAnswerId, seen: 1, parentId: null, position: 1, menu: null };
  const outcomes = await Promise.allSettled([
    moveAnswer({ ...seen, name: "天气", number: 3 }, lin),
    moveAnswer({ ...seen, name: "今日天气", number: 2 }, he),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find((outcome) => outcome.status === "rejected")).toMatchObject({ reason: { code: "standingMoved" } });
  expect((await listStandingAnswers(lin.scope, accountId)).map(({ moves }) => moves)).toEqual([2]);
  await expect(saveDraft(draft({ accountId, name: "新闻", number: 9 }), lin)).resolves.toMatchObject({ version: 1 });
  await expect(saveDraft(draft({ accountId, name: "热线", number: 9 }), lin)).rejects.toMatchObject({ code: "standingNumberTaken" });
});
