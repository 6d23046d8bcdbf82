import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { sealEvents } from "@/lib/events/seal";
import { followForSubscribers } from "@/lib/subscribers/follow";
import { now } from "@/lib/time/clock";
import { after, HOUR, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { currentGauges, deskGauges } from "./gauges";
import { count, metricsText } from "./metrics";
import { workGauges } from "./work-gauges";

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
  await sealEvents();
  const { threadId } = await hears("openid-wang", "三号路停水了", after(now(), -HOUR));
  await followForSubscribers();
  await hears("openid-li", "公园几点关门");
  await hears("openid-li", "", now(), { kind: "image", facts: { MediaId: "wx-1" } });
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

  // What the desk says of itself is left out where the database is slow: this is asked without that patience.
  const text = metricsText([...(await deskGauges()), ...(await workGauges())]);
  const families = parsed(text);
  expect(
    [...families.keys()].filter((name) => !WORK.includes(name) && !/^jida_(intake|api|questions|replies|worker)_?/.test(name)),
  ).toEqual([]);
  expect(WORK.filter((name) => !families.has(name))).toEqual([]);
  const value = (series: string) =>
    Number(
      text
        .split("\n")
        .find((line) => line.startsWith(`${series} `))
        ?.split(" ")
        .at(-1),
    );
  expect(value('jida_oldest_wait_seconds{account="caofeidian"}')).toBeGreaterThanOrEqual(HOUR / SECOND);
  expect(value('jida_queue_due{queue="replies"}')).toBe(2);
  expect(value('jida_queue_due{queue="notices"}')).toBe(0);
  expect(value('jida_queue_due{queue="media"}')).toBe(1);
  expect(value('jida_follower_lag_seconds{follower="seals"}')).toBeGreaterThan(0);
  expect(value("jida_grouping_waiting")).toBe(2);
  expect(value('jida_follower_lag_seconds{follower="notices"}')).toBeGreaterThanOrEqual(0);
  await expect.poll(async () => metricsText(await currentGauges())).toContain("jida_database_up 1\n");
  expect(text).toContain('jida_questions_open{account="caofeidian"} 2\n');
  expect(text).toContain('jida_questions_late{account="caofeidian"} 1\n');
  expect(text).toContain('jida_replies{status="queued"} 2\n');
  expect(text).toContain('jida_replies{status="failed"} 1\n');
  expect(value("jida_worker_heartbeat_age_seconds")).toBeGreaterThanOrEqual(7);
});

const WORK = [
  ...["jida_oldest_wait_seconds", "jida_queue_due", "jida_queue_overdue_seconds", "jida_follower_lag_seconds", "jida_grouping_waiting"],
  ...["jida_grouping_lag_seconds", "jida_late_last_day", "jida_notices", "jida_alarms_open"],
];

/** The families of a text of Prometheus' format 0.0.4, as strictly as its documentation describes it. */
function parsed(text: string): Map<string, string[]> {
  expect(text.endsWith("\n")).toBe(true);
  const families = new Map<string, string[]>();
  let [helped, typed] = ["", ""];
  for (const line of text.slice(0, -1).split("\n")) {
    const head = /^# (HELP|TYPE) ([a-z_:][a-z0-9_:]*) (.+)$/.exec(line);
    if (head?.[1] === "HELP") helped = head[2] ?? "";
    else if (head) {
      typed = head[2] ?? "";
      expect([helped, ["counter", "gauge"].includes(head[3] ?? ""), families.has(typed)]).toEqual([typed, true, false]);
      expect(typed.endsWith("_total")).toBe(head[3] === "counter");
      families.set(typed, []);
    } else {
      const sample =
        /^([a-z_:][a-z0-9_:]*)(\{[a-z_]+="(?:[^"\\\n]|\\["\\n])*"(?:,[a-z_]+="(?:[^"\\\n]|\\["\\n])*")*\})? (-?\d+(?:\.\d+)?)$/.exec(line);
      expect(sample?.[1], line).toBe(typed);
      expect(families.get(typed)).not.toContain(sample?.[2] ?? "");
      families.get(typed)?.push(sample?.[2] ?? "");
    }
  }
  return families;
}
