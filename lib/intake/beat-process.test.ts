import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { after, DAY, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { beatProcess } from "./beat-process";

const eight = new Date("2026-11-23T00:00:00Z");
const at = (seconds: number) => after(eight, seconds * SECOND);
const web = () => ({ id: uuid(), process: "web" as const, startedAt: eight });
const outages = async () =>
  (await db.event.findMany({ where: { type: "intake.resumed" }, orderBy: { id: "asc" } })).map(({ facts }) => facts);

test("no outage at the very first start, nor in a steady life", async () => {
  const life = web();
  for (const seconds of [0, 5, 20, 25]) await beatProcess(life, at(seconds));
  expect(await outages()).toEqual([]);
  expect(await db.heartbeat.findMany()).toMatchObject([{ id: life.id, process: "web", startedAt: eight, beatAt: at(25) }]);
});

test("the first to come back after a silence records it once, with both ends", async () => {
  await beatProcess(web(), eight);
  const next = web();
  await beatProcess(next, at(90));
  await beatProcess(next, at(95));
  await beatProcess(web(), at(96));
  expect(await outages()).toEqual([{ from: eight.toISOString(), until: at(90).toISOString() }]);
});

test("while another web process listens nothing is lost; a worker's silence is none of intake", async () => {
  const [one, two] = [web(), web()];
  await beatProcess(one, eight);
  await beatProcess(two, at(60));
  expect(await outages()).toHaveLength(1);
  await beatProcess(two, at(70));
  await beatProcess(one, at(80));
  const worker = { ...web(), process: "worker" as const };
  await beatProcess(worker, eight);
  await beatProcess(worker, at(600));
  expect(await outages()).toHaveLength(1);
});

test("processes long gone are forgotten, but never the last that was heard", async () => {
  const [long, last, next] = [web(), web(), web()];
  await beatProcess(long, after(eight, -3 * DAY));
  await beatProcess(last, after(eight, -2 * DAY));
  await beatProcess(next, eight);
  const lives = await db.heartbeat.findMany({ orderBy: { beatAt: "asc" } });
  expect(lives.map(({ id }) => id)).toEqual([last.id, next.id]);
});

test("a desk that serves officers only does not hide that nobody answered WeChat", async () => {
  await beatProcess(web(), eight);
  const desk = { ...web(), process: "desk" as const };
  for (let seconds = 0; seconds <= 90; seconds += 5) await beatProcess(desk, at(seconds));
  await beatProcess(web(), at(91));
  expect(await outages()).toEqual([{ from: eight.toISOString(), until: at(91).toISOString() }]);
});
