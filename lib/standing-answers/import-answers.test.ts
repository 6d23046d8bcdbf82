import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at, stranger, told } from "@/lib/questions/testing";
import { CSV_BEGIN, csvLine } from "@/lib/reports/csv";
import { csvOfCells, type SheetCell } from "@/lib/reports/sheets";
import { workbookOf } from "@/lib/reports/workbook";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import type { FaqFormat } from "./faq/columns";
import { previewOf } from "./faq/preview";
import { faqLines, faqTable } from "./faq/rows";
import { importAnswers, previewImport } from "./import-answers";
import { listAnswersInFull } from "./queries";
import { saveDraft } from "./save-draft";
import { anyOf, draft, plant } from "./testing";

const base64 = (content: string | Uint8Array) => Buffer.from(content).toString("base64");
const csv = (...lines: string[]) => base64(lines.join("\r\n"));

test("what is exported, in any format, is imported elsewhere as drafts that say the same; words are never formulas", async () => {
  const { accountId, lin } = await town();
  const kept = { rules: [anyOf("气温", "下雨")], validUntil: at(86_400), body: { kind: "text" as const, text: '=1+1，"晴"\n5到12度' } };
  await plant(accountId, lin, { name: "＋天气", number: 2, ...kept }, at(-60));
  const answers = await listAnswersInFull(lin.scope, accountId);
  const { heads, rows } = faqTable(answers, "zh-CN");
  const cells = rows.map((row) =>
    row.map((cell): SheetCell => (typeof cell === "number" ? { count: cell } : cell instanceof Date ? { moment: cell } : cell)),
  );
  const zone = "Asia/Shanghai";
  const table = [CSV_BEGIN, csvLine(heads), ...cells.map((row) => csvOfCells(row, zone))].join("");
  expect(table).toContain(`"'＋天气"`);
  const files: Record<FaqFormat, string> = {
    csv: base64(table),
    xlsx: base64(await workbookOf([{ name: "常备答复", heads, rows: cells }], zone)),
    jsonl: base64([...faqLines(answers)].join("")),
  };
  for (const [format, content] of Object.entries(files) as [FaqFormat, string][]) {
    await db.standingAnswer.updateMany({ data: { archivedAt: at(0) } });
    expect(await importAnswers({ accountId, format, content }, lin, at(0)), format).toEqual({ count: 1 });
    const [read] = await listAnswersInFull(lin.scope, accountId);
    expect(read, format).toMatchObject({ number: 2, name: "＋天气", owner: { name: "林" }, published: null, position: 1 });
    expect(read?.draft, format).toMatchObject({ body: kept.body, source: "区气象局", validUntil: kept.validUntil });
    expect(read?.draft?.rules, format).toMatchObject([{ kind: "anyOf", words: ["气温", "下雨"] }]);
  }
  expect((await told("standingAnswer.imported")).map(({ facts }) => facts)).toHaveLength(3);
});

test("every line says what is wrong with it and what it has in common with others; then none is saved, and by the preview never", async () => {
  const { accountId, lin, admin } = await town();
  await plant(accountId, lin, { name: "天气", number: 2, rules: [anyOf("气温")], body: { kind: "text", text: "晴。" } });
  const content = csv(
    "名称;编号;备注;答复;关键词;来源;失效",
    "天气;３;;多云。;;区气象局;",
    "新闻;2;;晴;气温、要闻;区融媒体中心;2026/12/31",
    ";一百;;;😀;;二月三十日",
    '电话;;;"第一行',
    '第二行";;区政府;2026-02-30',
    '坏行;;;"没有结束',
  );
  const input = { accountId, format: "csv" as const, content };
  const { lines, ready } = await previewImport(input, lin.scope, at(0));
  expect(lines.map(({ line, faults }) => [line, faults.map(({ column, fault }) => `${column} ${fault}`)])).toEqual([
    [2, []],
    [3, []],
    [4, ["number numberOutside", "name nameEmpty", "text textEmpty", "keywords wordEmpty", "source sourceEmpty", "validUntil dateWrong"]],
    [5, ["validUntil dateWrong"]],
    [7, ["null lineBroken"]],
  ]);
  expect(lines.flatMap(({ line, duplicates }) => duplicates.map((found) => [line, found.what, found.words, found.with]))).toEqual([
    [2, "name", "天气", { name: "天气" }],
    [3, "number", "2", { name: "天气" }],
    [3, "keyword", "气温", { name: "天气" }],
    [3, "text", "晴", { name: "天气" }],
  ]);
  expect(lines[1]?.entry).toMatchObject({ keywords: ["气温", "要闻"], validUntil: new Date("2026-12-31T16:00:00Z") });
  expect(ready).toBe(false);
  await expect(importAnswers(input, lin, at(0))).rejects.toMatchObject({ code: "standingImportFaulty" });
  await expect(importAnswers(input, stranger(admin), at(0))).rejects.toMatchObject({ code: "accountNotFound" });
  expect(await db.standingAnswer.count()).toBe(1);
});

test("what was saved since the preview counts; of two at once with the same number one is saved", async () => {
  const { accountId, lin, he } = await town();
  const input = { accountId, format: "csv" as const, content: csv("number,name,text,source", "1,新闻,要闻。,区融媒体中心") };
  expect(await previewImport(input, lin.scope)).toMatchObject({ fault: null, ready: true });
  const outcomes = await Promise.allSettled([lin, he].map((officer) => importAnswers(input, officer)));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await saveDraft(draft({ accountId, name: "电话" }), lin);
  await expect(importAnswers({ ...input, content: csv("name,text,source", "电话,12345,区政府") }, lin)).rejects.toMatchObject({
    code: "standingImportFaulty",
  });
});

test.each([
  ["a picture", "csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]), "notText"],
  ["no workbook", "xlsx", "名称,答复", "notWorkbook"],
  ["a workbook cut short", "xlsx", Buffer.from("PK\x03\x04PK\x01\x02"), "notWorkbook"],
  ["nothing", "jsonl", "\n\n", "empty"],
  ["heads that name nothing", "csv", "一,二\r\n3,4", "noHeads"],
  ["too many lines", "jsonl", "{}\n".repeat(501), "tooManyLines"],
  ["words of GB 18030", "csv", Buffer.from([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb4, 0xf0, 0xb8, 0xb4]), "empty"],
] as const)("%s is told in one word", (_, format, content, fault) => {
  const preview = previewOf({ format, bytes: Buffer.from(content) }, [], "Asia/Shanghai", at(0));
  expect(preview).toEqual({ fault, lines: [], ready: false });
});
