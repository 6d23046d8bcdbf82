import { expect, test } from "vitest";
import { at, stranger, told } from "@/lib/questions/testing";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { standingSettingsInput } from "./inputs";
import { DEFAULT_STANDING_SETTINGS } from "./queries";
import { readAtHand } from "./remembered";
import { saveSettings } from "./save-settings";

test("what the account says around its answers; of two who saw the same only the first is kept", async () => {
  const { accountId, he } = await town();
  const texts = { ...DEFAULT_STANDING_SETTINGS, accountId, welcomeText: "欢迎", menuLead: "请选", personText: "马上来人" };
  await saveSettings({ ...texts, seenAt: null }, he, at(0));
  await expect(saveSettings({ ...texts, seenAt: null }, he)).rejects.toMatchObject({ code: "standingSettingsChanged" });
  await expect(saveSettings({ ...texts, seenAt: at(0) }, stranger(he))).rejects.toMatchObject({ code: "accountNotFound" });
  await saveSettings({ ...texts, menuLead: "请看", seenAt: at(0) }, he, at(5));
  expect((await readAtHand(accountId)).texts).toMatchObject({ welcomeText: "欢迎", menuLead: "请看", personText: "马上来人" });
  expect(await told("standingAnswer.settingsSaved")).toHaveLength(2);
});

test.each([
  ["an unknown placeholder", { outsideText: "{soon}答复您。〔自动回复〕" }, ["outsideText", "placeholderUnknown"]],
  ["a text that seems a person's", { personText: "马上来人" }, ["personText", "notSaidAutomatic"]],
  ["one that another text knows", { firstText: "前面{waiting}件。〔自动回复〕" }, ["firstText", "placeholderUnknown"]],
  ["more than WeChat takes once filled", { queueText: `${"{expected}".repeat(58)}自动回复` }, ["queueText", "textTooLong"]],
  ["a queue of nobody", { queueFrom: 0 }, ["queueFrom", "countOutside"]],
  ["half a day", { firstDays: 0.5 }, ["firstDays", "countOutside"]],
  ["a hotline of two lines", { hotline: "12345\n110" }, ["hotline", "textBroken"]],
])("%s is not saved, with one reason", (_, part, [path, message]) => {
  const input = { ...DEFAULT_STANDING_SETTINGS, accountId: "0192f0c1-0000-7000-8000-000000000000", seenAt: null };
  expect(standingSettingsInput.safeParse(input).success).toBe(true);
  expect(standingSettingsInput.safeParse({ ...input, ...part }).error?.issues).toMatchObject([{ path: [path], message }]);
});
