import { deflateRawSync } from "node:zlib";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at, stranger, told } from "@/lib/questions/testing";
import { CSV_BEGIN, csvLine } from "@/lib/reports/csv";
import { csvOfCells, type SheetCell } from "@/lib/reports/sheets";
import { workbookOf } from "@/lib/reports/workbook";
import { alikeEarlier } from "@/lib/text/alike";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import type { FaqFormat } from "./faq/columns";
import { previewOf } from "./faq/preview";
import { faqLines, faqTable } from "./faq/rows";
import { importAnswers, previewImport } from "./import-answers";
import { listAnswersInFull, type StandingAnswerInFull } from "./queries";
import { saveDraft } from "./save-draft";
import { anyOf, draft, plant } from "./testing";

const base64 = (content: string | Uint8Array) => Buffer.from(content).toString("base64");
const csv = (...lines: string[]) => base64(lines.join("\r\n"));

test("all that is exported, in any format, is imported elsewhere as drafts that say the same; words are never formulas", async () => {
  const { accountId, lin } = await town();
  const menu = await plant(accountId, lin, { name: "服务", number: 6, body: { kind: "menu", lead: "办什么？" } }, at(-60));
  const rule = { id: uuid(), kind: "exact" as const, words: ["下雨", "落雨"], excluding: ["雨伞"], priority: 7 };
  const text = { kind: "text" as const, text: '=1+1，"晴"\n5到12度' };
  const times = { asOf: at(-59), validFrom: at(-3_600), validUntil: at(16 * 3_600), reviewAt: at(3_600) };
  const weather = await plant(accountId, lin, { name: "＋天气", number: 2, rules: [anyOf("气温"), rule], body: text, ...times }, at(-60));
  await saveDraft(draft({ standingAnswerId: weather, version: 1 }, { body: { kind: "text", text: "明天阴。" } }), lin, at(-50));
  const article = { title: "要闻", description: "", url: "https://a.cn/?a=1", pictureUrl: "https://a.cn/1.png" };
  await plant(
    accountId,
    lin,
    { name: "新闻", parentId: menu, rules: [anyOf("要闻")], body: { kind: "articles", articles: [article] } },
    at(-60),
  );
  await plant(accountId, lin, { name: "地图", validUntil: at(-1), body: { kind: "picture", mediaId: "m_1", pictureUrl: "" } }, at(-60));
  const answers = await listAnswersInFull(lin.scope, accountId);
  const before = answers.map(saidBy);
  const { heads, rows } = faqTable(answers, "zh-CN", "Asia/Shanghai");
  const cells = rows.map((row) => row.map((cell): SheetCell => (typeof cell === "number" ? { count: cell } : cell)));
  const zone = "Asia/Shanghai";
  const table = [CSV_BEGIN, csvLine(heads), ...cells.map((row) => csvOfCells(row, zone))].join("");
  expect(table).toContain(`"'＋天气"`);
  const files: Record<FaqFormat, string> = {
    csv: base64(table),
    xlsx: base64(await workbookOf([{ name: "常备答复", heads, rows: cells }], zone)),
    jsonl: base64([...faqLines(answers)].join("")),
  };
  for (const [format, content] of Object.entries(files) as [FaqFormat, string][]) {
    await db.standingAnswer.updateMany({ data: { archivedAt: at(0), parentId: null } });
    expect(await importAnswers({ accountId, format, content }, lin, at(0)), format).toEqual({ count: 4 });
    expect((await listAnswersInFull(lin.scope, accountId)).map(saidBy), format).toEqual(before);
  }
  expect((await told("standingAnswer.imported")).map(({ facts }) => facts)).toHaveLength(12);
});

/** What is the same of an answer wherever it is kept. */
function saidBy({ number, name, parentId, versions, owner }: StandingAnswerInFull) {
  const said = versions.map(({ version, body, rules, source, asOf, validFrom, validUntil, reviewAt }) => {
    return { version, body, rules: rules.map(({ id: _id, ...rule }) => rule), source, asOf, validFrom, validUntil, reviewAt };
  });
  return { number, name, isBelow: parentId !== null, owner: owner.name, said };
}

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
    "地图;;;图;;区政府;9999-12-31",
    '坏行;;;"没有结束',
  );
  const input = { accountId, format: "csv" as const, content };
  const { lines, ready } = await previewImport(input, lin.scope, { at: at(0) });
  expect(lines.map(({ line, faults }) => [line, faults.map(({ column, fault }) => `${column} ${fault}`)])).toEqual([
    [2, []],
    [3, []],
    [4, ["number numberOutside", "name nameEmpty", "text textEmpty", "keywords wordEmpty", "source sourceEmpty", "validUntil dateWrong"]],
    [5, ["validUntil dateWrong"]],
    [7, ["validUntil dateWrong"]],
    [8, ["null lineBroken"]],
  ]);
  expect(lines.flatMap(({ line, duplicates }) => duplicates.map((found) => [line, found.what, found.words, found.with]))).toEqual([
    [2, "name", "天气", { name: "天气" }],
    [3, "number", "2", { name: "天气" }],
    [3, "keyword", "气温", { name: "天气" }],
    [3, "text", "晴", { name: "天气" }],
  ]);
  expect(lines[1]?.entry).toMatchObject({ rules: [{ words: ["气温", "要闻"] }], validUntil: new Date("2026-12-31T16:00:00Z") });
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
  const many = Array.from({ length: 498 }, (_, place) => ({
    accountId,
    name: `第${place}项`,
    position: place + 3,
    ownerId: lin.id,
    createdAt: at(0),
  }));
  await db.standingAnswer.createMany({ data: many });
  await expect(previewImport({ ...input, content: csv("name,text,source", "邮编,063200,区政府") }, lin.scope)).rejects.toMatchObject({
    code: "tooMany",
  });
});

test("lines stand below others by name, never below themselves or nobody; a date that is over and a like question are pointed out", async () => {
  const content = csv(
    "name,parent,kind,text,source,validUntil,validFrom",
    "服务,,menu,办什么？,区政府,",
    "怎么办老年证,服务,,到社区。,区政府,2020-01-02,2020-01-02",
    "如何办理老年证,服务,文字,到社区办。,区政府,",
    "甲,乙,,一,区政府,",
    "乙,甲,,二,区政府,",
    "丙,没有的,,三,区政府,",
    "丁,,视频,四,区政府,",
  );
  const bytes = Buffer.from(content, "base64");
  const { lines } = previewOf({ format: "csv", bytes }, [], "Asia/Shanghai", at(0), alikeEarlier);
  expect(lines.map(({ entry, faults }) => [entry !== null, ...faults.map(({ fault }) => fault)])).toEqual([
    [true],
    [true, "over"],
    [true],
    [false, "parentLoops"],
    [false, "parentLoops"],
    [false, "parentUnknown"],
    [false, "kindUnknown"],
  ]);
  const [from, until] = ["2020-01-01T16:00:00Z", "2020-01-02T16:00:00Z"].map((instant) => new Date(instant));
  expect(lines[1]?.entry).toMatchObject({ validFrom: from, validUntil: until });
  expect(lines.flatMap(({ line, duplicates }) => duplicates.map((found) => [line, found.what, found.with]))).toEqual([
    [4, "alike", { line: 3 }],
  ]);
});

test("a workbook that unfolds without end, or to more than is read, is none; a cell far to the right is passed over", () => {
  const sheet = (xml: string) => previewOf({ format: "xlsx", bytes: archiveOf(xml) }, [], "Asia/Shanghai", at(0)).fault;
  const row = (...cells: string[]) => `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`;
  const rows = (...more: string[]) => `<worksheet><sheetData>${row("名称", "答复")}${more.join("")}</sheetData></worksheet>`;
  const far = '<row r="2"><c r="ZZZ2"><v>1</v></c></row>';
  expect(sheet(rows(row("天气", "晴")))).toBeNull();
  expect(sheet(`<!DOCTYPE a [<!ENTITY b "bb">]>${rows(row("天气", "&b;"))}`)).toBe("notWorkbook");
  expect(sheet(rows(row("天气", "晴".repeat(1_500_000))))).toBe("notWorkbook");
  expect(sheet(rows(far.repeat(600)))).toBe("empty");
});

/** A workbook with nothing but a first sheet. */
function archiveOf(xml: string): Uint8Array {
  const [name, packed] = [Buffer.from("xl/worksheets/sheet1.xml"), deflateRawSync(xml)];
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(26), name, packed]);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.alloc(42), name]);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt16LE(name.length, 28);
  return Buffer.concat([local, central]);
}

test.each([
  ["a picture", "csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]), "notText"],
  ["no workbook", "xlsx", "名称,答复", "notWorkbook"],
  ["a workbook cut short", "xlsx", Buffer.from("PK\x03\x04PK\x01\x02"), "notWorkbook"],
  ["nothing", "jsonl", "\n\n", "empty"],
  ["heads that name nothing", "csv", "一,二\r\n3,4", "noHeads"],
  ["two heads for one thing", "csv", "标题,问题,答复\r\n天气,晴吗,晴", "headTwice"],
  ["too many lines, empty ones among them", "csv", `名称,答复${"\n".repeat(9_999)}`, "tooManyLines"],
  ["too many empty lines", "jsonl", "\n".repeat(9_999), "tooManyLines"],
  ["too many lines", "jsonl", "{}\n".repeat(501), "tooManyLines"],
  ["a workbook behind a password", "xlsx", Buffer.from("d0cf11e0a1b11ae1", "hex"), "notWorkbook"],
  ["words of GB 18030", "csv", Buffer.from([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb4, 0xf0, 0xb8, 0xb4]), "empty"],
] as const)("%s is told in one word", (_, format, content, fault) => {
  const preview = previewOf({ format, bytes: Buffer.from(content) }, [], "Asia/Shanghai", at(0));
  expect(preview).toEqual({ fault, lines: [], ready: false });
});
