import { expect, test } from "vitest";
import { at, stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { readAtHand } from "./remembered";
import { saveSettings } from "./save-settings";

test("what the account says around its answers; of two who saw the same only the first is kept", async () => {
  const { accountId, he } = await town();
  const texts = { accountId, welcomeText: "欢迎", menuLead: "请选", personText: "马上来人" };
  await saveSettings({ ...texts, seenAt: null }, he, at(0));
  await expect(saveSettings({ ...texts, seenAt: null }, he)).rejects.toMatchObject({ code: "standingSettingsChanged" });
  await expect(saveSettings({ ...texts, seenAt: at(0) }, stranger(he))).rejects.toMatchObject({ code: "accountNotFound" });
  await saveSettings({ ...texts, menuLead: "请看", seenAt: at(0) }, he, at(5));
  expect((await readAtHand(accountId)).texts).toMatchObject({ welcomeText: "欢迎", menuLead: "请看", personText: "马上来人" });
  expect(await told("standingAnswer.settingsSaved")).toHaveLength(2);
});
