import { SMTPServer } from "smtp-server";
import { expect, onTestFinished, test, vi } from "vitest";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { requestedWeek, TIME } from "@/lib/reports/testing/weekly";
import { after, DAY, HOUR, MINUTE } from "@/lib/time/rules";
import "@/prisma/testing";
import { sendWeeklyReports } from "./send-weekly-reports";

// The environment is read once, at the first import.
await vi.hoisted(async () => {
  const { closedAddress } = await import("@/lib/wechat/testing/raw-server");
  process.env.SMTP_URL = `smtp://${await closedAddress()}`;
  process.env.MAIL_FROM = "即答 <jida@example.org>";
});

const rowOf = (id: string) => db.weeklyReport.findUniqueOrThrow({ where: { id } });

/** A mail server at the address of the environment, and what it took. `breaks`: it hangs up once it has a whole mail, without a word. */
async function mailServer({ breaks = false } = {}) {
  const taken: string[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ["STARTTLS"], logger: false },
    onData(stream, _, done) {
      let mail = "";
      stream.on("data", (piece: Buffer) => {
        mail += piece;
      });
      stream.on("end", () => {
        taken.push(mail);
        if (breaks) for (const connection of server.connections) (connection as { _socket: { destroy(): void } })._socket.destroy();
        else done();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(Number(new URL(env.SMTP_URL ?? "").port), "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { taken };
}

test("the mail server is away: shown, kept, and mailed once when it is back", async () => {
  const { run, hears } = await requestedWeek();
  await hears("o-1", "三号路停水了", after(TIME, -5 * DAY));
  expect(await sendWeeklyReports(() => TIME)).toBe(1);
  expect(await rowOf(run.id)).toMatchObject({ state: "queued", problem: "mailUnreachable", attempts: 1, dueAt: after(TIME, MINUTE) });

  const { taken } = await mailServer();
  expect(await sendWeeklyReports(() => after(TIME, MINUTE))).toBe(1);
  expect(await sendWeeklyReports(() => after(TIME, HOUR))).toBe(0);
  expect(await rowOf(run.id)).toMatchObject({ state: "sent", problem: null, attempts: 2 });
  expect(taken).toHaveLength(1);
  expect(taken[0]).toContain(`Message-ID: <${run.id}@`);
  expect(taken[0]).toMatch(/text\/plain[\s\S]*text\/html[\s\S]*spreadsheetml\.sheet/);
});

test("the line breaks once the server has it all: nobody knows, and it is not sent again by itself", async () => {
  const { run } = await requestedWeek();
  const { taken } = await mailServer({ breaks: true });
  await sendWeeklyReports(() => TIME);
  await sendWeeklyReports(() => after(TIME, DAY));
  expect(taken).toHaveLength(1);
  expect(await rowOf(run.id)).toMatchObject({ state: "failed", problem: "unknown", dueAt: null });
});
