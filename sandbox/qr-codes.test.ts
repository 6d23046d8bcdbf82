import { expect, test } from "vitest";
import { coWechatApi, MEIHUA, playPlatform, serveWebhook } from "./test-webhook";

type Code = { ticket: string; expire_seconds?: number; url: string };
/** The part of co-wechat-api that is about codes: somebody else's client judges ours. */
type Client = {
  createTmpQRCode: (scene: number | string, seconds: number) => Promise<Code>;
  createLimitQRCode: (scene: number | string) => Promise<Code>;
};

test("who scans a code comes to follow by it, or is pushed as SCAN; a code for a while ends", async () => {
  const webhook = await serveWebhook(() => "success");
  const platform = await playPlatform(webhook.url);
  const client = coWechatApi<Client>(platform.url);
  const scan = (ticket?: string) => platform.control("POST", `residents/${MEIHUA}/scan`, { ticket });
  expect(await scan("none")).toHaveProperty("error");
  const { ticket, expire_seconds } = await client.createTmpQRCode(123, 600);
  expect(expire_seconds).toBe(600);
  await scan(ticket);
  expect(webhook.received.at(-1)?.body).toContain("<Event><![CDATA[SCAN]]></Event><EventKey><![CDATA[123]]></EventKey><Ticket>");

  const lasting = await client.createLimitQRCode("大厅");
  expect(lasting).not.toHaveProperty("expire_seconds");
  await platform.cause({ event: "unsubscribe" });
  await scan();
  expect(webhook.received.at(-1)?.body).toContain("<Event><![CDATA[subscribe]]></Event><EventKey><![CDATA[qrscene_大厅]]></EventKey>");
  expect(await platform.call(`user/info?openid=${MEIHUA}`)).toMatchObject({ subscribe_scene: "ADD_SCENE_QR_CODE", qr_scene_str: "大厅" });
  await platform.cause({ event: "unsubscribe" });
  await platform.cause({ event: "subscribe" });
  expect(await platform.call(`user/info?openid=${MEIHUA}`)).toMatchObject({ subscribe_scene: "ADD_SCENE_SEARCH", qr_scene_str: "" });

  const show = async (one: string) => {
    const { status, headers } = await fetch(`${platform.url}/cgi-bin/showqrcode?ticket=${encodeURIComponent(one)}`);
    return [status, headers.get("content-type")];
  };
  expect(await show(ticket)).toEqual([200, "image/jpg"]);
  await platform.control("POST", "clock", { offsetMs: 600_000 });
  expect((await show(ticket))[0]).toBe(404);
  expect((await show(lasting.ticket))[0]).toBe(200);
  expect(await scan(ticket)).toHaveProperty("error");
});

test("scenes and spans outside the bounds are refused", async () => {
  const platform = await playPlatform((await serveWebhook(() => "success")).url);
  const client = coWechatApi<Client>(platform.url);
  await expect(client.createTmpQRCode(0, 60)).rejects.toMatchObject({ code: 40129 });
  await expect(client.createLimitQRCode(100_001)).rejects.toMatchObject({ code: 40129 });
  await expect(client.createLimitQRCode("字".repeat(65))).rejects.toMatchObject({ code: 40129 });
  await expect(client.createTmpQRCode(1, 2_592_001)).rejects.toMatchObject({ code: 40035 });
  expect(await platform.call("qrcode/create", { action_name: "QR" })).toMatchObject({ errcode: 40053 });
});
