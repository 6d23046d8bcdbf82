import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { workbookOf } from "./workbook";

test("words are words, whatever they begin with; figures, shares, times and instants are numbers by the account's clock", async () => {
  const workbook = await workbookOf(
    [
      {
        name: "明细",
        heads: ["事项"],
        rows: [
          ["=1+1", { count: 1284 }, { share: 0.5 }, { seconds: 43_200 }],
          ["@SUM(A1)\0", { share: null }, { moment: new Date("2026-11-22T16:00:00Z") }, null],
        ],
      },
    ],
    "Asia/Shanghai",
  );
  const files = filesOf(workbook);
  const sheet = files.get("xl/worksheets/sheet1.xml") ?? "";
  expect(sheet).not.toContain("<f>");
  expect(files.get("xl/sharedStrings.xml")).toMatch(/=1\+1[\s\S]*@SUM\(A1\)/);
  const numbers = [...sheet.matchAll(/<c r="[B-D]\d"(?! t="s")[^>]*><v>([^<]+)<\/v>/g)].map(([, value]) => Number(value));
  // Midnight of the 23rd of November 2026, as Excel counts days.
  expect(numbers).toEqual([1284, 0.5, 0.5, 46_349]);
});

/** The files of a zip archive, read by its central directory. */
function filesOf(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = archive.indexOf("PK\x01\x02", 0, "latin1"); at >= 0; at = archive.indexOf("PK\x01\x02", at + 4, "latin1")) {
    const name = archive.toString("utf8", at + 46, at + 46 + archive.readUInt16LE(at + 28));
    const local = archive.readUInt32LE(at + 42);
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(begin, begin + archive.readUInt32LE(at + 20));
    files.set(name, (archive.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString("utf8"));
  }
  return files;
}
