import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { keepPicture } from "@/lib/messages/keep-picture";
import { markUploaded } from "@/lib/messages/mark-uploaded";
import { A_FILE, media } from "@/lib/messages/testing";
import { threadView } from "@/lib/threads/queries";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { holdReply } from "./hold-reply";
import { markFailed } from "./mark-failed";
import { queueReply } from "./queue-reply";
import { at, claims, reply, says } from "./testing";
import { withdrawReply } from "./withdraw-reply";

async function kept(count: number) {
  const desk = await town();
  const { threadId } = await desk.hears("oXing", "三号路有坑", at(0));
  const pictures = Array.from({ length: count }, () => uuid());
  for (const id of pictures) await keepPicture({ id, threadId, ...A_FILE }, desk.lin, at(1));
  return { ...desk, threadId, pictures };
}

test("pictures go after the words, each a message of its own, and WeChat's name for one is used again", async () => {
  const { lin, threadId, pictures } = await kept(2);
  const { id } = await says(lin, threadId, "请看绕行路线", at(2), { pictures });
  expect(await reply(id)).toMatchObject({ partCount: 3 });
  const sent = (await threadView(lin.scope, threadId))?.messages.slice(1).map(({ kind, text, media }) => [kind, text, media?.id]);
  expect(sent).toEqual([
    ["text", "请看绕行路线", undefined],
    ["image", "", pictures[0]],
    ["image", "", pictures[1]],
  ]);
  await markUploaded(pictures[0] ?? "", "wx-9", at(3));
  const { parts } = await claims(at(9));
  expect(parts).toEqual([
    { kind: "text", text: "请看绕行路线" },
    { kind: "picture", mediaId: pictures[0], storageKey: A_FILE.storageKey, wechatId: "wx-9" },
    { kind: "picture", mediaId: pictures[1], storageKey: A_FILE.storageKey, wechatId: null },
  ]);
});

test("a picture is sent once, by who kept it, with words, and comes back with them", async () => {
  const { lin, zhao, threadId, pictures } = await kept(1);
  await expect(says(zhao, threadId, "请看", at(2), { pictures })).rejects.toMatchObject({ code: "pictureNotFound" });
  await expect(says(lin, threadId, " ", at(2), { pictures })).rejects.toMatchObject({ code: "replyEmpty" });
  const { id } = await says(lin, threadId, "请看", at(2), { pictures });
  await expect(says(lin, threadId, "再看", at(3), { pictures })).rejects.toMatchObject({ code: "pictureNotFound" });
  expect(await withdrawReply({ replyId: id }, lin, at(4))).toMatchObject({ text: "请看", pictures });
  expect(await media(pictures[0] ?? "")).toMatchObject({ messageId: null, storedAt: at(4) });
  const again = await says(lin, threadId, "再看", at(5), { pictures });
  // A colleague who takes it back sends them on.
  await withdrawReply({ replyId: again.id }, zhao, at(6));
  await expect(says(zhao, threadId, "请看这里", at(7), { pictures })).resolves.toMatchObject({ status: "queued" });
});

test("words and pictures are at most five messages together", async () => {
  const { lin, threadId, pictures } = await kept(4);
  const long = "三号路施工，请绕行。".repeat(80);
  await expect(says(lin, threadId, long, at(2), { pictures })).rejects.toMatchObject({
    code: "replyTooLong",
    facts: { parts: 6, limit: 5 },
  });
});

test("what was not delivered is sent again with its pictures, by a colleague too, once however often that is asked", async () => {
  const { lin, zhao, threadId, pictures } = await kept(1);
  const failed = await says(lin, threadId, "请看", at(2), { pictures });
  await markFailed(await claims(at(9)), { errcode: 45002, code: "tooLong", detail: null }, at(10));
  const again = { kind: "answer" as const, threadId, threadVersion: failed.threadVersion, text: "再看", pictures };
  const request = { replyId: uuid() };
  const [first, second] = [await queueReply(again, zhao, request, at(11)), await queueReply(again, zhao, request, at(12))];
  expect(second.id).toBe(first.id);
  const shown = (await threadView(zhao.scope, threadId))?.messages.flatMap(({ media }) => media?.id ?? []) ?? [];
  expect(shown).toEqual([pictures[0], expect.not.stringMatching(pictures[0] ?? "")]);
  expect((await claims(at(20))).parts).toMatchObject([{ kind: "text" }, { mediaId: shown[1], storageKey: A_FILE.storageKey }]);
});

test("who takes a colleague's reply back has its pictures to send", async () => {
  const { lin, zhao, threadId, pictures } = await kept(1);
  const { id } = await says(lin, threadId, "请看", at(2), { pictures });
  await holdReply(await claims(at(9)), { errcode: null, code: "timeout", detail: null }, at(60), at(10));
  await withdrawReply({ replyId: id }, zhao, at(11));
  await says(zhao, threadId, "再看", at(12), { pictures });
});
