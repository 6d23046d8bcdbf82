import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at, stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { saveDraftInput } from "./inputs";
import { listAnswersAndDrafts, readStandingAnswer, VERSIONS_SHOWN } from "./queries";
import { saveDraft } from "./save-draft";
import { draft } from "./testing";

test("a new one is its officer's, and every saving is kept; of two who saw the same only the first goes on", async () => {
  const { accountId, lin, he } = await town();
  const { id, version } = await saveDraft(draft({ accountId, name: "天气" }), lin, at(0));
  const seen = { standingAnswerId: id, version };
  const outcomes = await Promise.allSettled([he, lin].map((officer) => saveDraft(draft(seen, { source: "区政府" }), officer, at(60))));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find((outcome) => outcome.status === "rejected")).toMatchObject({ reason: { code: "standingAnswerChanged" } });
  const kept = await readStandingAnswer(lin.scope, id);
  expect(kept).toMatchObject({ name: "天气", owner: { name: "林" }, position: 1, version: 2, published: null, draft: { version: 2 } });
  expect(kept?.versions.map(({ version: number, source }) => [number, source])).toEqual([
    [2, "区政府"],
    [1, "区气象局"],
  ]);
  expect((await told("standingAnswer.draftSaved")).map(({ facts }) => facts)).toEqual(
    [1, 2].map((number) => ({ standingAnswerId: id, version: number })),
  );
});

test("officers change their own, those with the permission everybody's, nobody another account's", async () => {
  const { accountId, lin, zhao, admin } = await town();
  const { id: standingAnswerId } = await saveDraft(draft({ accountId, name: "天气" }), lin);
  const seen = { standingAnswerId, version: 1 };
  await expect(saveDraft(draft(seen), zhao)).rejects.toMatchObject({ code: "notAllowed" });
  await expect(saveDraft(draft(seen), stranger(admin))).rejects.toMatchObject({ code: "standingAnswerNotFound" });
  await expect(saveDraft(draft({ accountId, name: "新闻" }), stranger(admin))).rejects.toMatchObject({ code: "accountNotFound" });
  expect(await saveDraft(draft(seen), admin)).toEqual({ id: standingAnswerId, version: 2 });
});

test.each([
  ["a wrong date", { asOf: "22日七点" }, "dateWrong"],
  ["the last instant there is", { asOf: new Date(8.64e15) }, "dateWrong"],
  ["a year of two figures", { validUntil: "0026-11-23" }, "dateWrong"],
  ["a time that ends before it begins", { validFrom: "2026-11-23", validUntil: "2026-11-22" }, "validBackwards"],
  ["a text that WeChat would not take", { body: { kind: "text", text: "长".repeat(534) } }, "textTooLong"],
  [
    "an address that is none",
    { body: { kind: "articles", articles: [{ title: "一", description: "", url: "javascript:1", pictureUrl: "" }] } },
    "addressWrong",
  ],
  ["nobody who says so", { source: " " }, "sourceEmpty"],
])("%s is not accepted", (_, wrong, why) => {
  const given = draft({ accountId: "0193a3d6-0000-7000-8000-000000000001", name: "天气" });
  expect(saveDraftInput.safeParse(given).success).toBe(true);
  const parsed = saveDraftInput.safeParse({ ...given, ...wrong });
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual([why]);
});

test("of what is kept up daily the last versions are read, and of a list the draft alone", async () => {
  const { accountId, lin } = await town();
  const { id: standingAnswerId } = await saveDraft(draft({ accountId, name: "天气" }), lin, at(0));
  const { version: _first, ...written } = await db.standingVersion.findFirstOrThrow({ omit: { id: true } });
  const versions = Array.from({ length: VERSIONS_SHOWN + 1 }, (_, index) => ({
    ...written,
    body: { kind: "menu" },
    rules: [],
    version: index + 2,
  }));
  await db.standingVersion.createMany({ data: versions });
  await db.standingAnswer.update({ where: { id: standingAnswerId }, data: { version: versions.length + 1 } });

  const kept = await readStandingAnswer(lin.scope, standingAnswerId);
  expect(kept?.versions.map(({ version }) => version)).toEqual(
    versions
      .map(({ version }) => version)
      .slice(1)
      .reverse(),
  );
  const listed = await listAnswersAndDrafts(lin.scope, accountId);
  expect(listed).toMatchObject([{ version: VERSIONS_SHOWN + 2, published: null, draft: { version: VERSIONS_SHOWN + 2 } }]);
  expect(listed[0]).not.toHaveProperty("versions");
});
