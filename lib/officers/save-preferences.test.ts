import { expect, test } from "vitest";
import { db } from "@/lib/db";
import "@/prisma/testing";
import { createOfficer } from "./create-officer";
import { readPreferences } from "./preferences";
import { officerOfSession } from "./queries";
import { savePreferences } from "./save-preferences";
import { signIn } from "./sign-in";

async function officer() {
  const { id, password } = await createOfficer({ login: "lin", name: "林", role: "officer" });
  const { secret } = await signIn({ login: "lin", password });
  return { id, chosen: async () => (await officerOfSession(secret))?.preferences };
}

test("what is saved comes with the session, the rest stays as it was", async () => {
  const { id, chosen } = await officer();
  expect(await chosen()).toEqual(readPreferences(null));
  await savePreferences({ enterSends: true }, { id });
  await savePreferences({ shortcuts: { on: false, bindings: { next: "Shift+J" } } }, { id });
  expect(await chosen()).toEqual({
    ...readPreferences(null),
    enterSends: true,
    shortcuts: { on: false, bindings: { next: "Shift+J" } },
  });
  expect(await db.event.count({ where: { type: "officer.preferencesSaved", officerId: id } })).toBe(2);
});

test("two tabs that save at once both count", async () => {
  const { id, chosen } = await officer();
  await Promise.all([savePreferences({ volume: 1 }, { id }), savePreferences({ enterSends: true }, { id })]);
  expect(await chosen()).toMatchObject({ volume: 1, enterSends: true });
});

test("one officer's choice is nobody else's", async () => {
  const { id } = await officer();
  const zhao = await createOfficer({ login: "zhao", name: "赵", role: "officer" });
  await savePreferences({ enterSends: true }, { id });
  expect(await db.officer.findUniqueOrThrow({ where: { id: zhao.id } })).toMatchObject({ preferences: null });
});
