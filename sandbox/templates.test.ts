import { expect, test } from "vitest";
import { coWechatApi, MEIHUA, playPlatform, serveWebhook } from "./test-webhook";

/** The part of co-wechat-api that is about templates: somebody else's client judges ours. */
type Client = {
  addTemplate: (short: string) => Promise<{ template_id: string }>;
  getAllPrivateTemplate: () => Promise<{ template_list: { content: string }[] }>;
  delPrivateTemplate: (id: string) => Promise<unknown>;
  sendTemplate: (openid: string, id: string, url: string, colour: string, data: object) => Promise<{ msgid: number }>;
};

async function play() {
  const webhook = await serveWebhook(() => "success");
  const platform = await playPlatform(webhook.url);
  const client = coWechatApi<Client>(platform.url);
  const { template_id } = await client.addTemplate("诉求办结");
  return { webhook, platform, client, template_id };
}

const data = (value: string) => ({ thing1: { value } });

test("a template message comes without a window, and the webhook hears what became of it", async () => {
  const { webhook, platform, client, template_id } = await play();
  const send = (value: string, id = template_id, openid = MEIHUA) =>
    client.sendTemplate(openid, id, "https://example.org/", "#000", data(value));
  const { msgid } = await send("路灯已修好");
  await expect.poll(() => webhook.received.length).toBe(1);
  expect(webhook.received[0]?.body).toContain(`<MsgID>${msgid}</MsgID><Status><![CDATA[success]]></Status>`);
  expect(await platform.chat()).toMatchObject([{ kind: "template", via: "template", text: "诉求办结\n事项：路灯已修好" }]);
  await expect(send("")).rejects.toMatchObject({ code: 47003 });
  await expect(send("一", "none")).rejects.toMatchObject({ code: 40037 });
  await platform.control("POST", "settings", { templateStatus: "failed:user block" });
  await send("二");
  await expect.poll(() => webhook.received.at(-1)?.body).toContain("failed:user block");
  expect(await platform.chat()).toHaveLength(1);
  await platform.cause({ event: "unsubscribe" });
  await expect(send("三")).rejects.toMatchObject({ code: 43004 });
  expect((await client.getAllPrivateTemplate()).template_list[0]?.content).toBe("事项：{{thing1.DATA}}");
  await client.delPrivateTemplate(template_id);
  await expect(send("四")).rejects.toMatchObject({ code: 40037 });
});

test("a notification spends a consent, a lasting one stays until it is withdrawn", async () => {
  const { webhook, platform, template_id } = await play();
  const notify = (value: string) => platform.call("message/subscribe/bizsend", { touser: MEIHUA, template_id, data: data(value) });
  const answer = (given: string) => platform.control("POST", `residents/${MEIHUA}/consents`, { templateId: template_id, answer: given });
  const told = () => webhook.received.at(-1)?.body;
  expect(await notify("一")).toMatchObject({ errcode: 43101 });
  await answer("once");
  expect(told()).toContain("<SubscribeStatusString><![CDATA[accept]]></SubscribeStatusString><PopupScene>1</PopupScene>");
  expect(await notify("字".repeat(21))).toMatchObject({ errcode: 47003 });
  expect(await notify("一")).toMatchObject({ errcode: 0 });
  await expect.poll(told).toContain("<ErrorCode>0</ErrorCode>");
  expect(await notify("二")).toMatchObject({ errcode: 43101 });
  await answer("always");
  for (const value of ["三", "四"]) expect(await notify(value)).toMatchObject({ errcode: 0 });
  await answer("reject");
  expect(webhook.received.some(({ body }) => body.includes("<SubscribeMsgChangeEvent>"))).toBe(true);
  expect(await notify("五")).toMatchObject({ errcode: 43101 });
});

test("one message for the consent that a page asked for", async () => {
  const { url, call } = (await play()).platform;
  const send = (title = "停水通知", scene = "7") =>
    call("message/template/subscribe", { touser: MEIHUA, template_id: "T", scene, title, data: { content: { value: "今晚停水" } } });
  expect(await send()).toMatchObject({ errcode: 43101 });
  const page = new URL("/mp/subscribemsg?action=get_confirm&appid=wxjidatest&scene=7&template_id=T&reserved=r", url);
  page.searchParams.set("redirect_url", "http://127.0.0.1:9/back");
  page.searchParams.set("as", MEIHUA);
  const back = new URL((await fetch(page, { redirect: "manual" })).headers.get("location") ?? "");
  expect(Object.fromEntries(back.searchParams)).toEqual({ openid: MEIHUA, template_id: "T", action: "confirm", scene: "7", reserved: "r" });
  expect(await send("字".repeat(16))).toMatchObject({ errcode: 47003 });
  expect(await send()).toMatchObject({ errcode: 0 });
  expect(await send()).toMatchObject({ errcode: 43101 });
});
