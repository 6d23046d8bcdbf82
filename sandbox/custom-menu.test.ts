import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { ACCOUNT, MEIHUA, playPlatform, serveWebhook } from "./test-webhook";

type Menu = { button: object[] };
/** The part of co-wechat-api that is about menus: somebody else's client judges ours. */
type Client = {
  prefix: string;
  createMenu: (menu: Menu) => Promise<unknown>;
  getMenu: () => Promise<{ menu: Menu }>;
  removeMenu: () => Promise<unknown>;
  getMenuConfig: () => Promise<unknown>;
};
const Api: new (appId: string, secret: string) => Client = createRequire(import.meta.url)("co-wechat-api");

const click = (name: string, key = "K") => ({ type: "click", name, key });
const view = (name: string, url: string) => ({ type: "view", name, url });

async function played() {
  const webhook = await serveWebhook(() => "success");
  const platform = await playPlatform(webhook.url);
  const client = new Api(ACCOUNT.appId, ACCOUNT.appSecret);
  client.prefix = `${platform.url}/cgi-bin/`;
  return { platform, client, webhook };
}

test("co-wechat-api makes a menu, reads it in both ways and takes it away; a change from elsewhere is seen", async () => {
  const { platform, client } = await played();
  await expect(client.getMenu()).rejects.toMatchObject({ code: 46003 });
  const rows = [click("新闻", "N"), view("网页", "https://example.org/a")];
  await client.createMenu({ button: [{ name: "看一看", sub_button: rows }, click("热线", "H")] });
  const told = rows.map((row) => ({ ...row, sub_button: [] }));
  expect((await client.getMenu()).menu.button).toEqual([
    { name: "看一看", sub_button: told },
    { ...click("热线", "H"), sub_button: [] },
  ]);
  expect(await client.getMenuConfig()).toMatchObject({
    is_menu_open: 1,
    selfmenu_info: { button: [{ name: "看一看", sub_button: { list: rows } }, click("热线", "H")] },
  });
  await platform.control("POST", "menu", { button: [click("别处的")] });
  expect((await client.getMenu()).menu.button).toMatchObject([click("别处的")]);
  await client.removeMenu();
  await expect(client.getMenu()).rejects.toMatchObject({ code: 46003 });
  expect(await platform.control("POST", "menu", { button: [] })).toHaveProperty("error");
});

test("a tap is pushed as CLICK with its key, a link as VIEW with its address", async () => {
  const { platform, webhook } = await played();
  await platform.control("POST", `residents/${MEIHUA}/menu`, { key: "jida:menu" });
  await platform.cause({ event: "VIEW", eventKey: "https://example.org/a" });
  expect(webhook.received.map(({ body }) => /<Event><!\[CDATA\[(\w+)\]\]>.*<EventKey><!\[CDATA\[(.*?)\]\]>/s.exec(body)?.slice(1))).toEqual(
    [
      ["CLICK", "jida:menu"],
      ["VIEW", "https://example.org/a"],
    ],
  );
});

test("what the platform takes no more of is refused with its errcode, and the menu of before stays", async () => {
  const { client } = await played();
  await client.createMenu({ button: [click("字".repeat(5))] });
  const column = (row: object) => ({ button: [{ name: "栏", sub_button: [row] }] });
  const hosts = [1, 2, 3, 4].map((host) => view("网页", `https://h${host}.example.org/`));
  const wrong: [number, Menu][] = [
    [40016, { button: [] }],
    [40016, { button: [1, 2, 3, 4].map(() => click("栏")) }],
    [40023, { button: [{ name: "栏", sub_button: [1, 2, 3, 4, 5, 6].map(() => click("行")) }] }],
    [40022, column({ name: "行", sub_button: [click("再下")] })],
    [40017, { button: [{ type: "dance", name: "栏" }] }],
    [40018, { button: [click("字".repeat(6))] }],
    [40018, { button: [{ name: "", sub_button: [click("行")] }] }],
    [40019, { button: [click("栏", "k".repeat(129))] }],
    [40020, { button: [view("栏", `https://example.org/${"a".repeat(1024)}`)] }],
    [40055, { button: [view("栏", "example.org")] }],
    [40024, column({ name: "行" })],
    [40025, column(click("字".repeat(21)))],
    [40026, column(click("行", ""))],
    [65316, { button: [{ name: "栏", sub_button: hosts }] }],
  ];
  const codes = [];
  for (const [, menu] of wrong) codes.push(await client.createMenu(menu).then(Object, ({ code }: { code: number }) => code));
  expect(codes).toEqual(wrong.map(([code]) => code));
  await client.createMenu(column(click("字".repeat(20), "k".repeat(128))));
  expect((await client.getMenu()).menu.button).toMatchObject([{ sub_button: [{ name: "字".repeat(20) }] }]);
});
