import { expect, test } from "vitest";
import { tree } from "@/lib/testing/source-tree";

const ASKS = /boardViewer|scopeOfBoard|openBoard\b|keepBoard|board-viewer/;
const MAY = [/^app\/board\//, /^lib\/board\//, /^lib\/web\/board-viewer\.ts$/];

test("what lets a wall in is asked by the board alone: no other page, action or route knows it", () => {
  const asking = tree().filter(({ path, text }) => !path.startsWith("app/board/reach") && ASKS.test(text));
  const paths = asking.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(["app/board/now/route.ts", "app/board/page.tsx", "app/board/session/route.ts"]));
  expect(paths.filter((path) => !MAY.some((own) => own.test(path)))).toEqual([]);
});
