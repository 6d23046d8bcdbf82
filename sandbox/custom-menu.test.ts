import { expect, test } from "vitest";
import { coWechatApi, MEIHUA, playPlatform, serveWebhook } from "./test-webhook";

type Menu = { button: object[] };
/** The part of co-wechat-api that is about menus: somebody else's client judges ours. */
type Client = {
  createMenu: (menu: Menu) => Promise<unknown>;
  getMenu: () => Promise<{ menu: Menu }>;
  removeMenu: () => Promise<unknown>;
  getMenuConfig: () => Promise<unknown>;
  addConditionalMenu: (menu: object) => Promise<{ menuid: string }>;
  delConditionalMenu: (menuid: string) => Promise<unknown>;
  tryConditionalMenu: (openid: string) => Promise<unknown>;
  createTags: (name: string) => Promise<unknown>;
  batchTagging: (openids: string[], id: number) => Promise<unknown>;
};

const click = (name: string, key = "K") => ({ type: "click", name, key });
const view = (name: string, url: string) => ({ type: "view", name, url });

async function played() {
  const webhook = await serveWebhook(() => "success");
  const platform = await playPlatform(webhook.url);
  return { platform, client: coWechatApi<Client>(platform.url), webhook };
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

test("each kind of button is pushed as its own event; a picture or a place follows as a message", async () => {
  const { platform, webhook } = await played();
  const tap = (button: object) => platform.control("POST", `residents/${MEIHUA}/menu`, button);
  await tap({ key: "jida:menu" });
  await tap({ type: "view", url: "https://example.org/a" });
  await tap({ type: "miniprogram", pagepath: "pages/a" });
  await tap({ type: "scancode_waitmsg", key: "S", scanned: "42" });
  const event = ({ body }: { body: string }) => /<Event><!\[CDATA\[(\w+)\]\]>.*<EventKey><!\[CDATA\[(.*?)\]\]>(.*)<\/xml>/s.exec(body);
  expect(webhook.received.map((push) => event(push)?.slice(1))).toEqual([
    ["CLICK", "jida:menu", "</EventKey>"],
    ["VIEW", "https://example.org/a", "</EventKey><MenuId>0</MenuId>"],
    ["view_miniprogram", "pages/a", "</EventKey><MenuId>0</MenuId>"],
    ["scancode_waitmsg", "S", expect.stringContaining("<ScanResult><![CDATA[42]]></ScanResult>")],
  ]);
  await tap({ type: "pic_sysphoto", key: "P" });
  await tap({ type: "location_select", key: "L" });
  await expect.poll(() => webhook.received.length).toBe(8);
  const types = webhook.received.slice(4).map(({ body }) => /<(?:Event|MsgType)><!\[CDATA\[(?!event)(\w+)/.exec(body)?.[1]);
  expect(types.toSorted()).toEqual(["image", "location", "location_select", "pic_sysphoto"]);
});

test("followers with a tag may have a menu of their own", async () => {
  const { platform, client } = await played();
  const own = { button: [click("网格员")], matchrule: { tag_id: "100" } };
  await expect(client.addConditionalMenu(own)).rejects.toMatchObject({ code: 65303 });
  await client.createMenu({ button: [click("大家")] });
  const { menuid } = await client.addConditionalMenu(own);
  await client.createTags("网格员");
  expect(await client.tryConditionalMenu(MEIHUA)).toMatchObject({ menu: { button: [click("大家")] } });
  await client.batchTagging([MEIHUA], 100);
  expect(await client.tryConditionalMenu(MEIHUA)).toMatchObject({ menu: { button: [click("网格员")] } });
  expect(await platform.control("GET", `residents/${MEIHUA}/menu`)).toEqual({ button: [click("网格员")] });
  await client.delConditionalMenu(menuid);
  await expect(client.delConditionalMenu(menuid)).rejects.toMatchObject({ code: 65301 });
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
