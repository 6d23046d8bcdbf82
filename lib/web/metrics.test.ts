import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { now } from "@/lib/time/clock";
import { after, HOUR, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { currentGauges } from "./gauges";
import { count, metricsText } from "./metrics";

test("counts by name and labels, and says what is what", () => {
  count("jida_intake_messages_total", { account: "caofeidian", result: "stored" });
  count("jida_intake_messages_total", { account: "caofeidian", result: "stored" });
  count("jida_intake_refused_total", { reason: 'a "strange"\\\nreason' });
  const lines = metricsText([{ name: "jida_x", help: "X.", samples: [{ labels: {}, value: 1.5 }] }]).split("\n");
  expect(lines).toContain('jida_intake_messages_total{account="caofeidian",result="stored"} 2');
  expect(lines).toContain('jida_intake_refused_total{reason="a \\"strange\\"\\\\\\nreason"} 1');
  expect(lines).toContain("# TYPE jida_intake_messages_total counter");
  expect(lines.slice(-4)).toEqual(["# HELP jida_x X.", "# TYPE jida_x gauge", "jida_x 1.5", ""]);
});

test("measures the desk: open and late questions, replies by state, the worker's silence", async () => {
  const { hears, lin, accountId } = await town();
  const { threadId } = await hears("openid-wang", "三号路停水了", after(now(), -HOUR));
  await hears("openid-li", "公园几点关门");
  const at = now();
  const reply = {
    accountId,
    threadId,
    officerId: lin.id,
    kind: "answer",
    text: "好的",
    answersThroughSeq: 1n,
    partCount: 1,
    queuedAt: at,
    sendAfter: at,
  } as const;
  await db.reply.createMany({ data: [{ ...reply, status: "failed" }, reply, reply] });
  await db.heartbeat.create({ data: { id: lin.id, process: "worker", startedAt: at, beatAt: after(at, -7 * SECOND) } });

  const text = metricsText(await currentGauges());
  expect(text).toContain("jida_database_up 1\n");
  expect(text).toContain('jida_questions_open{account="caofeidian"} 2\n');
  expect(text).toContain('jida_questions_late{account="caofeidian"} 1\n');
  expect(text).toContain('jida_replies{status="queued"} 2\n');
  expect(text).toContain('jida_replies{status="failed"} 1\n');
  expect(text).toMatch(/jida_worker_heartbeat_age_seconds [789]/);
});
