import { expect, test } from "@playwright/test";
import { desk } from "./support/desk";
import { signIn } from "./support/people";

const QUESTIONS = 12;

test("a shift by keyboard alone: every waiting question answered, each resident hears once", async ({ browser }) => {
  test.setTimeout(120_000);
  const officer = await signIn(browser, "lin");
  const asked: { openid: string; text: string }[] = [];
  for (let index = 1; index <= QUESTIONS; index += 1) {
    const text = `晓月里${index}号楼的电梯什么时候修好`;
    const { openid } = await (await officer.request.post(`${desk.phonesUrl}/sandbox/residents`, { data: {} })).json();
    await officer.request.post(`${desk.phonesUrl}/sandbox/residents/${openid}/messages`, { data: { text } });
    asked.push({ openid, text });
  }
  await officer.goto("/inbox?view=all&sort=newest");
  await expect(officer.locator("[data-connection=live]")).toBeAttached();

  const title = officer.locator("#thread h1");
  const composer = officer.getByRole("textbox", { name: "回复正文" });
  for (let index = QUESTIONS; index >= 1; index -= 1) {
    await officer.keyboard.press("j");
    await expect(title).toContainText(`晓月里${index}号楼`);
    await officer.keyboard.press("r");
    await expect(composer).toBeFocused();
    await officer.keyboard.type(`${index}号楼的电梯今天修好。`);
    await officer.keyboard.press("Control+Enter");
    await expect(composer).toHaveValue("");
    await officer.keyboard.press("Escape");
  }
  for (const [index, { openid }] of asked.entries()) {
    const heard = async () => {
      const lines: { from: string; text: string }[] = await (
        await officer.request.get(`${desk.phonesUrl}/sandbox/residents/${openid}/chat`)
      ).json();
      return lines.filter(({ from }) => from === "account").map(({ text }) => text);
    };
    await expect.poll(heard, { timeout: 30_000 }).toEqual([`${index + 1}号楼的电梯今天修好。`]);
  }
});
