import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { at, stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { findClashes } from "./clashes";
import { publishVersion } from "./publish-version";
import { inForce } from "./queries";
import { saveDraft } from "./save-draft";
import { anyOf, draft, plant } from "./testing";

test("residents get the draft that the officer saw, once, and only in its time", async () => {
  const { accountId, lin, admin } = await town();
  const { id: standingAnswerId } = await saveDraft(
    draft({ accountId, name: "天气" }, { validFrom: at(100), validUntil: at(200) }),
    lin,
    at(0),
  );
  const publish = { standingAnswerId, version: 1, despiteWarnings: false };
  await expect(publishVersion({ ...publish, version: 2 }, lin, at(1))).rejects.toMatchObject({ code: "standingAnswerChanged" });
  await expect(publishVersion(publish, stranger(admin), at(1))).rejects.toMatchObject({ code: "standingAnswerNotFound" });
  await expect(publishVersion(publish, lin, at(200))).rejects.toMatchObject({ code: "standingOver" });
  await publishVersion(publish, lin, at(1));
  await expect(publishVersion(publish, lin, at(2))).rejects.toMatchObject({ code: "standingPublished" });
  const counts = await Promise.all([99, 100, 199, 200].map(async (second) => (await inForce(accountId, at(second))).length));
  expect(counts).toEqual([0, 1, 1, 0]);
  expect(await told("standingAnswer.published")).toMatchObject([{ at: at(1), officerId: lin.id, facts: { standingAnswerId, version: 1 } }]);
});

test("what clashes with another's is refused; what is only pointed out goes on when the officer says so", async () => {
  const { accountId, lin, zhao } = await town();
  await plant(accountId, lin, { name: "天气", number: 2, rules: [anyOf("气温")] });
  const shadowed = await saveDraft(draft({ accountId, name: "供暖" }, { rules: [anyOf("气温", "暖气")] }), zhao);
  const publish = { standingAnswerId: shadowed.id, version: 1, despiteWarnings: false };
  await expect(publishVersion(publish, zhao)).rejects.toMatchObject({ code: "standingWarnings", facts: { count: 1 } });
  const found = await findClashes(zhao.scope, shadowed.id, [anyOf("气温", "暖气")]);
  expect(found).toMatchObject([{ kind: "tied", word: "气温", place: { categoryId: shadowed.id } }]);
  expect(await findClashes(stranger(zhao).scope, shadowed.id, [anyOf("气温")])).toEqual([]);
  await publishVersion({ ...publish, despiteWarnings: true }, zhao);

  const reserved = await saveDraft(draft({ accountId, name: "办事" }, { rules: [anyOf("人工")] }), zhao);
  const insisting = publishVersion({ standingAnswerId: reserved.id, version: 1, despiteWarnings: true }, zhao);
  await expect(insisting).rejects.toMatchObject({ code: "standingClashes" });
});

test("nothing is true as of a moment that has not come when its time begins", async () => {
  const { accountId, lin } = await town();
  const publishes = async (asOf: number, validFrom: number | null) => {
    const more = { asOf: at(asOf), validFrom: validFrom === null ? null : at(validFrom) };
    const { id, version } = await saveDraft(draft({ accountId, name: `天气${asOf}` }, more), lin, at(0));
    return publishVersion({ standingAnswerId: id, version, despiteWarnings: true }, lin, at(0));
  };
  await expect(publishes(601, null)).rejects.toMatchObject({ code: "standingAhead" });
  await expect(publishes(7_801, 7_200)).rejects.toMatchObject({ code: "standingAhead" });
  await publishes(600, null);
  await publishes(7_200, 7_200);
});

test("of two that would answer to one word, published at once, residents get one", async () => {
  const { accountId, lin } = await town();
  const drafts: string[] = [];
  for (const second of [0, 1]) drafts.push((await saveDraft(draft({ accountId, name: "天气" }), lin, at(second))).id);
  const outcomes = await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "OfficialAccount" WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;
    const both = Promise.allSettled(
      drafts.map((standingAnswerId) => publishVersion({ standingAnswerId, version: 1, despiteWarnings: true }, lin, at(10))),
    );
    // However long, neither is done while somebody else changes what the account says.
    expect(await Promise.race([both, pause(300)])).toBeUndefined();
    return { both };
  });
  const settled = await outcomes.both;
  expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(settled.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "standingClashes" } });
});
