import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { endAlarms } from "@/lib/alarms/end-alarms";
import { raiseEscalations } from "@/lib/alarms/raise-escalations";
import { watchAccounts } from "@/lib/alarms/watch-accounts";
import { watchAnswers } from "@/lib/alarms/watch-answers";
import { watchMedia } from "@/lib/alarms/watch-media";
import { watchSubscribers } from "@/lib/alarms/watch-subscribers";
import { beatProcess } from "@/lib/intake/beat-process";
import { BEAT_SECONDS } from "@/lib/intake/rules";
import { log, nameProcess } from "@/lib/log";
import { resumeAnswers } from "@/lib/questions/resume-answers";
import { quietConsole } from "@/lib/quiet-console";
import { expireRequests } from "@/lib/ratings/expire-requests";
import { expireLeases } from "@/lib/replies/expire-leases";
import { forgetRequests } from "@/lib/replies/forget-requests";
import { reportDefect } from "@/lib/report-defect";
import { lapseSpells } from "@/lib/shifts/lapse-spells";
import { followForSubscribers } from "@/lib/subscribers/follow";
import { forgetNotices } from "@/lib/subscribers/forget-notices";
import { keepClockAligned, now } from "@/lib/time/clock";
import { DAY, HOUR, MINUTE, SECOND } from "@/lib/time/rules";
import { askWhoIsDue, gatherRatings } from "./ask-ratings";
import { countAsks } from "./count-asks";
import { dealQuestions } from "./deal-questions";
import { deliverNextAlarms } from "./deliver-alarms";
import { deliverNext } from "./deliver-replies";
import { every, isStopping, stopAll } from "./every";
import { fetchNextFeed } from "./fetch-feeds";
import { fetchMediaDue, mediaFetched } from "./fetch-media";
import { Grouper } from "./group-questions";
import { keepFacts } from "./keep-facts";
import { keepMenus } from "./keep-menus";
import { keepHeads, sealTrail } from "./keep-trail";
import { sendGroupAnswers } from "./send-group-answers";
import { sendNextNotice } from "./send-notices";
import { sendWeeklyReports } from "./send-weekly-reports";
import { sweepBytes, sweepPictures } from "./sweep-media";
import { tuneAtNight } from "./tune-groupings";

const AT_ONCE = 8;
const LOOK_EVERY = 150;
const WATCH_EVERY = 10 * SECOND;
/** Whoever started the worker kills it after four seconds. */
const FINISH_WITHIN = 3.5 * SECOND;

const sending = new Set<Promise<void>>();
const telling = new Set<Promise<void>>();
const fetching = new Set<Promise<void>>();
const notifying = new Set<Promise<void>>();
const grouper = new Grouper(randomUUID());
const life = { id: randomUUID(), process: "worker" as const, startedAt: now() };

nameProcess("worker");
quietConsole();
await keepClockAligned();
log.info("worker started", { workerId: life.id });
every("heartbeat", BEAT_SECONDS * SECOND, () => beatProcess(life));
every("leases", SECOND, expireLeases);
every("rating leases", SECOND, expireRequests);
every("idempotency keys", HOUR, forgetRequests);
every("answers' clocks", SECOND / 2, resumeDue);
every("escalations", SECOND, escalateDue);
every("alarms' ends", SECOND, endAlarms);
every("accounts", WATCH_EVERY, watchAccounts);
every("standing answers", WATCH_EVERY, watchAnswers);
every("custom menus", SECOND, keepMenus);
every("feeds", SECOND, () => beginDue("a source", fetching, fetchNextFeed));
every("alarms", SECOND / 2, () => beginDue("an alarm", telling, deliverNextAlarms));
every("replies", LOOK_EVERY, () => beginDue("a delivery", sending, deliverNext));
every("subscribers", WATCH_EVERY, watchSubscribers);
every("unfetched media", WATCH_EVERY, watchMedia);
every("media", SECOND / 2, fetchMediaDue);
every("pictures never sent", HOUR, sweepPictures);
every("bytes that nothing names", DAY, sweepBytes);
every("group answers", LOOK_EVERY, sendGroupAnswers);
every("asking for ratings", 2 * SECOND, askWhoIsDue);
every("ratings", 5 * SECOND, () => gatherRatings());
every("grouping", LOOK_EVERY, () => grouper.round());
every("shifts", SECOND, () => lapseSpells());
every("dealing", SECOND, dealQuestions);
every("facts", SECOND / 2, keepFacts);
every("standing answers' numbers", 5 * SECOND, countAsks);
every("seals", 2 * SECOND, sealTrail);
every("trails' ends", 5 * MINUTE, keepHeads);
every("what subscribers are told", SECOND / 2, () => followForSubscribers());
every("notices", SECOND / 2, () => beginDue("a notice", notifying, sendNextNotice));
every("old notices", HOUR, () => forgetNotices());
every("weekly reports", 10 * SECOND, sendWeeklyReports);
every("tuning", 20 * MINUTE, tuneAtNight);

process.once("uncaughtException", (error) => {
  reportDefect("worker: uncaught", error);
  process.exit(1);
});

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, async () => {
    log.info("worker stopping", { workerId: life.id, signal });
    // What is not finished by then becomes unknown when its lease runs out.
    await Promise.race([finish(), pause(FINISH_WITHIN)]);
    process.exit(0);
  });
}

async function beginDue(what: string, underway: Set<Promise<void>>, next: () => Promise<{ done: Promise<void> } | null>) {
  while (underway.size < AT_ONCE && !isStopping()) {
    const delivery = await next();
    if (!delivery) return;
    const done = delivery.done.catch((error: unknown) => reportDefect(`worker: ${what}`, error)).finally(() => underway.delete(done));
    underway.add(done);
  }
}

async function escalateDue() {
  while (!isStopping() && (await raiseEscalations()).mayBeMore);
}

async function resumeDue() {
  while (!isStopping() && (await resumeAnswers()).mayBeMore);
}

/** The rounds first: one of them may be about to claim a reply. */
async function finish() {
  await stopAll();
  await Promise.all([...sending, ...telling, ...fetching, ...notifying, grouper.stop(), mediaFetched()]);
}
