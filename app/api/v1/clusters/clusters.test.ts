import { expect, test } from "vitest";
import { crowd, delivered, plantCrowd, sendAll } from "@/lib/clusters/testing";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, MINUTE } from "@/lib/time/rules";
import { program } from "@/lib/web/testing/program";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { GET as progress } from "../group-answers/[id]/route";
import { GET as questions } from "../questions/route";
import { POST as answer } from "./[id]/answers/route";
import { GET as list } from "./route";

const ago = (minutes: number) => after(now(), -minutes * MINUTE);
const TEXT = "三号路今晚八点恢复供水。";

test("lists clusters with their open questions; an answer reaches every one of them, once for each key, and its progress is told", async () => {
  const desk = await town();
  const { clusterId, members } = await crowd(desk, ["三号路停水了", "三号路没水", "三号路断水"], ago(5));
  await db.resident.updateMany({ where: { openid: members[2]?.openid ?? "" }, data: { messageWindowRemaining: 0 } });
  const { calls } = await program();
  const { body } = await calls(list, { path: "/clusters?account=caofeidian&status=open" });
  const { version } = await db.cluster.findUniqueOrThrow({ where: { id: clusterId } });
  const questionIds = members.map(({ questionId }) => questionId);
  expect(body).toEqual({
    items: [
      { id: clusterId, account: "caofeidian", title: "三号路 · 停水", version, size: 3, questionIds, dueAt: expect.stringMatching(/Z$/) },
    ],
    nextCursor: null,
  });
  const found = await calls(questions, { path: `/questions?cluster=${clusterId}&status=open` });
  expect((found.body.items as { id: string; clusterId: string }[]).map((one) => [one.id, one.clusterId])).toEqual(
    questionIds.map((id) => [id, clusterId]),
  );

  const request = { method: "POST" as const, params: { id: clusterId }, headers: { "idempotency-key": "k" } };
  const stale = await calls(answer, { ...request, body: { text: TEXT, clusterVersion: version - 1 } });
  expect(stale).toMatchObject({ status: 409, body: { type: "urn:jida:problem:clusterMoved", version } });
  const first = await calls(answer, { ...request, body: { text: TEXT, clusterVersion: version } });
  expect(first).toMatchObject({ status: 201, body: { id: expect.any(String), reached: 2, missed: 1, awaitsApproval: false } });
  const again = await calls(answer, { ...request, body: { clusterVersion: version, text: TEXT } });
  expect(again).toMatchObject({ status: 201, body: first.body });
  expect((await calls(answer, { ...request, body: { text: "别的", clusterVersion: version } })).status).toBe(422);

  await sendAll(now());
  await delivered(now());
  const told = await calls(progress, { params: { id: String(first.body.id) } });
  expect(told).toMatchObject({ status: 200, body: { clusterId, state: "done", counts: { sent: 2, unreachable: 1, waiting: 0 } } });
  const events = await db.event.count({ where: { type: "groupAnswer.written" } });
  expect(events).toBe(1);
});

test("fifty and more wait for a colleague; what is not there is said so; an unknown field is refused", async () => {
  const desk = await town();
  const { clusterId } = await plantCrowd(desk, 50, ago(5));
  const { calls } = await program();
  const asked = (id: string, body: object) => calls(answer, { method: "POST", params: { id }, body });
  expect(await asked(clusterId, { text: TEXT, clusterVersion: 1 })).toMatchObject({
    status: 201,
    body: { reached: 50, awaitsApproval: true },
  });
  expect(await asked("nonsense", { text: TEXT, clusterVersion: 1 })).toMatchObject({
    status: 404,
    body: { type: "urn:jida:problem:clusterNotFound" },
  });
  expect((await asked(clusterId, { text: TEXT, clusterVersion: 1, kind: "interim" })).status).toBe(422);
  expect((await calls(progress, { params: { id: clusterId } })).status).toBe(404);
  expect((await calls(list, { path: "/clusters?status=closed" })).status).toBe(422);
  expect((await calls(list, { path: "/clusters?account=nowhere" })).status).toBe(404);
});
