import { expect, test } from "vitest";
import { told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { moveAnswer } from "./move-answer";
import { listStandingAnswers } from "./queries";
import { plant } from "./testing";

test("takes a place among the others, who close up; a number and a menu place are one answer's", async () => {
  const { accountId, lin, zhao } = await town();
  const [news, weather, hotline] = [
    await plant(accountId, lin, { name: "新闻", number: 1 }),
    await plant(accountId, lin, { name: "天气", number: 2 }),
    await plant(accountId, lin, { name: "热线", number: 4 }),
  ];
  const move = { standingAnswerId: hotline, name: "热线电话", number: 4, parentId: null, position: 1, menu: { column: 1, row: 1 } };
  await moveAnswer(move, lin);
  const listed = await listStandingAnswers(lin.scope, accountId);
  expect(listed.map(({ name, position }) => `${position} ${name}`)).toEqual(["1 热线电话", "2 新闻", "3 天气"]);
  expect(listed[0]?.menu).toEqual({ column: 1, row: 1 });
  expect(await told("standingAnswer.moved")).toHaveLength(4);

  const other = { standingAnswerId: weather, name: "天气", number: 2, parentId: null, position: 2, menu: null };
  await expect(moveAnswer({ ...other, number: 1 }, lin)).rejects.toMatchObject({ code: "standingNumberTaken", facts: { name: "新闻" } });
  await expect(moveAnswer({ ...other, menu: move.menu }, lin)).rejects.toMatchObject({ code: "standingMenuPlaceTaken" });
  await expect(moveAnswer({ ...other, name: "新闻" }, lin)).rejects.toMatchObject({ code: "standingClashes" });
  await expect(moveAnswer(other, zhao)).rejects.toMatchObject({ code: "notAllowed" });

  await moveAnswer({ ...other, parentId: news }, lin);
  const loop = { standingAnswerId: news, name: "新闻", number: 1, parentId: weather, position: 1, menu: null };
  await expect(moveAnswer(loop, lin)).rejects.toMatchObject({ code: "standingParentLoops" });
});
