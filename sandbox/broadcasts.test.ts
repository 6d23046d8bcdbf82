import { expect, test } from "vitest";
import { coWechatApi, MEIHUA, playPlatform, serveWebhook } from "./test-webhook";

const DAJUN = "oDajun0000000000000000000001";
const MONTH_MS = 31 * 24 * 3600_000;

type To = string[] | boolean | number;
type Sent = { msg_id: number; code?: number };
/** The part of co-wechat-api that is about mass messages: somebody else's client judges ours. */
type Client = {
  massSendText: (content: string, receivers: To, key?: string) => Promise<Sent>;
  getMassMessageStatus: (id: number) => Promise<{ msg_status: string }>;
  deleteMass: (id: number) => Promise<unknown>;
  previewText: (openid: string, content: string) => Promise<unknown>;
};

async function play(settings: object = {}) {
  const webhook = await serveWebhook(() => "success");
  const platform = await playPlatform(webhook.url);
  await platform.control("PUT", `residents/${DAJUN}`, { name: "刘大军" });
  await platform.control("POST", "settings", settings);
  const client = coWechatApi<Client>(platform.url);
  const heard = async () => (await platform.chat()).map(({ text }: { text: string }) => text);
  const ended = async (count: number) => {
    await expect.poll(() => webhook.received.length).toBe(count);
    return webhook.received.at(-1)?.body ?? "";
  };
  return { platform, client, heard, ended };
}

test("a mass message is a job: told when it is done, read on each phone, repeated by nobody", async () => {
  const { platform, client, heard, ended } = await play({ jobsHeld: true });
  const { msg_id } = await client.massSendText("今晚停水", true, "key-1");
  await expect(client.massSendText("今晚停水", true, "key-1")).rejects.toMatchObject({ code: 45066 });
  expect(await client.getMassMessageStatus(msg_id)).toMatchObject({ msg_status: "SENDING" });
  await platform.control("POST", "settings", { jobsHeld: false });
  const told = await ended(1);
  for (const part of ["MASSSENDJOBFINISH", `<MsgID>${msg_id}<`, "send success", "<TotalCount>2<", "<SentCount>2<"])
    expect(told).toContain(part);
  expect(await client.getMassMessageStatus(msg_id)).toMatchObject({ msg_status: "SEND_SUCCESS" });
  expect(await heard()).toEqual(["今晚停水"]);
  const again = { filter: { is_to_all: true }, msgtype: "text", text: { content: "今晚停水" }, clientmsgid: "key-1" };
  expect(await platform.call("message/mass/sendall", again)).toMatchObject({ errcode: 45065, msg_id });
  await expect(client.massSendText("一", true, "k".repeat(65))).rejects.toMatchObject({ code: 45067 });
  await client.previewText(MEIHUA, "先看看");
  expect(await heard()).toEqual(["今晚停水", "先看看"]);
  await client.deleteMass(msg_id);
  await expect(client.deleteMass(1)).rejects.toMatchObject({ code: 40059 });
});

test("a service account reaches each resident four times a month", async () => {
  const { platform, client, heard, ended } = await play();
  await expect(client.massSendText("一", [MEIHUA])).rejects.toMatchObject({ code: 40130 });
  await expect(client.massSendText("一", [MEIHUA, "oNobody"])).rejects.toMatchObject({ code: 40003 });
  for (const count of [1, 2, 3, 4, 5]) {
    await client.massSendText(`第${count}条`, [MEIHUA, DAJUN]);
    expect(await ended(count)).toContain(`<TotalCount>2</TotalCount><FilterCount>${count < 5 ? 2 : 0}</FilterCount>`);
  }
  expect(await heard()).toHaveLength(4);
  await platform.control("POST", "clock", { offsetMs: MONTH_MS });
  await client.massSendText("下个月", [MEIHUA, DAJUN]);
  expect(await ended(6)).toContain("<SentCount>2<");
});

test("a subscription account speaks to all once a day, and what is refused is read by nobody", async () => {
  const { client, heard, ended } = await play({ kind: "subscription", massStatus: "err(20002)" });
  const { msg_id } = await client.massSendText("一", true);
  expect(await ended(1)).toContain("<![CDATA[err(20002)]]></Status>");
  expect(await client.getMassMessageStatus(msg_id)).toMatchObject({ msg_status: "SEND_FAIL" });
  expect(await heard()).toEqual([]);
  await expect(client.massSendText("二", true)).rejects.toMatchObject({ code: 45028 });
});
