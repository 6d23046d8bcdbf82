import { describe, expect, test } from "vitest";
import { MAX_FILE_BYTES, MAX_FILE_LINES, readDaysFile } from "./days-file";

const utf8 = (text: string) => new TextEncoder().encode(text);
const newYear = { day: "2027-01-01", name: "元旦", kind: "holiday" };
const makeUp = { day: "2027-01-03", name: "元旦", kind: "workday" };

describe("a file of days is read", () => {
  test.each([
    ["plain", "2027-01-01,元旦,holiday\n2027-01-03,元旦,workday\n"],
    [
      "with a byte order mark, a header, Windows line ends and empty lines",
      "\uFEFF日期,名称,类型\r\n\r\n2027-01-01,元旦,放假\r\n2027-01-03,元旦,补班\r\n",
    ],
    ["with full-width commas and figures", "２０２７年1月1日，元旦，休\n2027年1月3日，元旦，班"],
    ["as spreadsheets save it", '"2027/1/1",元旦,"Holiday",,\n2027/1/3\t元旦\tWORKDAY'],
  ])("%s", (_, text) => {
    expect(readDaysFile(utf8(text))).toEqual({ days: [newYear, makeUp] });
  });

  test("in the encoding of older spreadsheets", () => {
    const inGbk = Uint8Array.from([...utf8("2027-01-01,"), 0xd4, 0xaa, 0xb5, 0xa9, ...utf8(","), 0xb7, 0xc5, 0xbc, 0xd9]);
    expect(readDaysFile(inGbk)).toEqual({ days: [newYear] });
  });

  test("commas and quotation marks within a name, or no name", () => {
    expect(readDaysFile(utf8('2027-01-01,"元旦, ""新年""",holiday\n2027-01-02,,holiday'))).toEqual({
      days: [
        { day: "2027-01-01", name: '元旦, "新年"', kind: "holiday" },
        { day: "2027-01-02", name: "", kind: "holiday" },
      ],
    });
  });
});

describe("a file is refused as a whole", () => {
  test.each([
    ["empty", "", "empty"],
    ["a header alone", "day,name,kind\n\n", "empty"],
    ["too many lines", "2027-01-01,元旦,holiday\n".repeat(MAX_FILE_LINES + 1), "tooManyLines"],
    ["too large", " ".repeat(MAX_FILE_BYTES + 1), "tooLarge"],
    ["a picture", "\u0089PNG\0\0", "notText"],
  ])("%s", (_, text, fault) => {
    expect(readDaysFile(utf8(text))).toEqual({ fault });
  });

  test.each([
    ["2026-02-30,春节,holiday", "date"],
    ["2027-02-29,春节,holiday", "date"],
    ["2027-13-01,春节,holiday", "date"],
    ["1月1日,元旦,holiday", "date"],
    ["=1+1,元旦,holiday", "date"],
    ["2027-01-01,元旦,maybe", "kind"],
    ["2027-01-01,元旦,", "fields"],
    ["2027-01-01,元旦", "fields"],
    ["2027-01-01", "fields"],
    ["2027-01-01,元旦,holiday,workday", "fields"],
    ['2027-01-01,"元旦,holiday', "fields"],
    [`2027-01-01,${"元".repeat(41)},holiday`, "name"],
    ["2027/1/3,又一次,holiday", "twice"],
  ])("%s: %s, told with its line, and nothing of the file is taken", (line, fault) => {
    const read = readDaysFile(utf8(`2027-01-03,元旦,workday\n${line}\n`));
    expect(read).toEqual({ lines: [{ line: 2, fault, text: line }] });
  });

  test("every wrong line is told", () => {
    const read = readDaysFile(utf8("日期,名称,类型\nx,y,z\n2027-01-01,元旦,holiday\n2027-01-01,元旦,holiday"));
    expect(read).toMatchObject({ lines: [{ line: 2 }, { line: 4, fault: "twice" }] });
  });
});
