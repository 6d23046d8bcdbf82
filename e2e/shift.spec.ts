import { expect } from "@playwright/test";
import { desk } from "./support/desk";
import { arrive, open, signIn } from "./support/people";
import { test } from "./support/test";

const QUESTIONS = 8;

test("a shift by keyboard alone: every waiting question answered, each resident hears once", async ({ browser }) => {
  test.setTimeout(120_000);
  const officer = await signIn(browser, "lin");
  const numbers = Array.from({ length: QUESTIONS }, (_, index) => index + 1);
  await arrive(
    officer,
    numbers.map((number) => `晓月里${number}号楼的电梯什么时候修好`),
  );
  await open(officer, "/inbox?view=all");

  const title = officer.locator("#thread h1");
  const composer = officer.getByRole("textbox", { name: "回复正文" });
  for (const number of numbers.toReversed()) {
    await officer.keyboard.press("j");
    await expect(title).toContainText(`晓月里${number}号楼`);
    await officer.keyboard.press("r");
    await expect(composer).toBeFocused();
    await officer.keyboard.type(`${number}号楼的电梯今天修好。`);
    await officer.keyboard.press("Control+Enter");
    await expect(composer).toHaveValue("");
    await officer.keyboard.press("Escape");
  }

  const journal = async () => {
    const { entries } = await (await officer.request.get(`${desk.phonesUrl}/sandbox/journal`)).json();
    const sent = (entries as { type: string; taken: boolean; body: string }[]).filter(({ type, taken }) => type === "api" && taken);
    return numbers.map((number) => sent.filter(({ body }) => body.includes(`"${number}号楼的电梯今天修好。"`)).length);
  };
  await expect.poll(journal, { timeout: 30_000 }).toEqual(numbers.map(() => 1));
});
