import { connect, createServer, type Socket } from "node:net";
import { expect, type Page } from "@playwright/test";
import { desk as address } from "./support/desk";
import { Resident, signIn } from "./support/people";
import { test } from "./support/test";

/** A wire to the desk that can be cut and laid again. */
async function wire() {
  const sockets = new Set<Socket>();
  let cut = false;
  const { hostname, port } = new URL(address.url);
  const server = createServer((near) => {
    if (cut) return near.destroy();
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, hostname, resolve));
  const own = server.address();
  return {
    url: `http://${hostname}:${typeof own === "object" ? own?.port : ""}`,
    /** Every connection breaks; while cut none is taken. */
    break: (stays: boolean) => {
      cut = stays;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => {
      cut = false;
    },
    end: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

const live = (desk: Page) => desk.locator("[data-connection=live]");
const lost = (desk: Page) => desk.getByText(/自 .*\d\d:\d\d 起收不到更新/);

/** How many rows show these words, all that have arrived brought out. */
async function rowsWith(desk: Page, words: string): Promise<number> {
  await desk.keyboard.press(".");
  return desk.locator("a[data-thread]").filter({ hasText: words }).count();
}

test("without a network the desk says since when; back again it has everything, once", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  await desk.goto("/inbox?view=all");
  await expect(live(desk)).toBeAttached();
  const gao = await Resident.arrive(browser, "高女士");
  await gao.writes("断网前的来信");
  await expect.poll(() => rowsWith(desk, "断网前的来信")).toBe(1);
  await desk.context().setOffline(true);
  await expect(lost(desk)).toBeVisible();
  const liang = await Resident.arrive(browser, "梁先生");
  await liang.writes("断网时的第一条");
  await gao.writes("断网时的第二条");
  await desk.context().setOffline(false);
  await expect(live(desk)).toBeAttached({ timeout: 30_000 });
  await expect(lost(desk)).toHaveCount(0);
  await expect.poll(() => rowsWith(desk, "断网时的第一条")).toBe(1);
  await expect.poll(() => rowsWith(desk, "断网时的第二条")).toBe(1);
  expect(await rowsWith(desk, "断网时的第一条")).toBe(1);
});

test("a stream that breaks is taken up from where it was: nothing missing, nothing twice", async ({ browser }) => {
  const cable = await wire();
  try {
    const signedIn = await signIn(browser, "zhao");
    const desk = await signedIn.context().newPage();
    await signedIn.close();
    await desk.goto(`${cable.url}/inbox?view=all`);
    await expect(live(desk)).toBeAttached();
    const xie = await Resident.arrive(browser, "谢女士");
    await xie.writes("线断之前");
    await expect.poll(() => rowsWith(desk, "线断之前")).toBe(1);
    await desk.locator("a[data-thread]").filter({ hasText: "线断之前" }).click();
    await expect(desk.getByRole("log")).toContainText("线断之前");

    cable.break(true);
    await expect(lost(desk)).toBeVisible();
    await xie.writes("线断之后的补充");
    cable.mend();
    await expect(live(desk)).toBeAttached({ timeout: 30_000 });
    await expect(desk.getByRole("log").getByText("线断之后的补充")).toHaveCount(1);

    // Broken and mended at once: no longer than a moment.
    cable.break(false);
    await xie.writes("又断了一次");
    await expect(desk.getByRole("log").getByText("又断了一次")).toHaveCount(1, { timeout: 15_000 });
    await expect(desk.getByRole("log").getByText("线断之后的补充")).toHaveCount(1);
  } finally {
    cable.end();
  }
});

test("what is first asked for without a line takes nothing else with it, and comes when the line is back", async ({ browser }) => {
  const desk = await signIn(browser, "lin");
  await desk.context().setOffline(true);
  await expect(lost(desk)).toBeVisible();
  await desk.keyboard.press("?");
  await expect(desk.getByText(/^没有载入/)).toBeVisible({ timeout: 30_000 });
  await expect(desk.getByRole("navigation", { name: "来信视图" })).toBeVisible();
  await desk.context().setOffline(false);
  await expect(live(desk)).toBeAttached({ timeout: 30_000 });
  await desk.keyboard.press("?");
  await expect(desk.getByRole("dialog", { name: "快捷键" })).toBeVisible();
});
