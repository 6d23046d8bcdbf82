import { db } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import type { WeeklyNumbers } from "./begin-weekly-sending";
import type { Language } from "./languages";
import type { Period } from "./rules";
import { type WeeklyPlanInput, type WeeklyProblem, weekOf } from "./weekly";

/** How a week's mail stands. `by`: who asked for it; null: the plan did. */
export type WeeklyRun = {
  id: string;
  week: Period;
  by: string | null;
  recipients: number;
  state: "queued" | "building" | "sending" | "sent" | "failed";
  progress: number;
  attempts: number;
  /** The next try; null once it has ended. */
  dueAt: Date | null;
  problem: WeeklyProblem | null;
  detail: string | null;
  numbers: WeeklyNumbers | null;
  queuedAt: Date;
  sentAt: Date | null;
};
export type WeeklyMailing = { account: { id: string; name: string; timeZone: string }; plan: WeeklyPlanInput | null; runs: WeeklyRun[] };

const RUNS_SHOWN = 12;

/** Of every account in scope: its plan, and its last runs, the newest first. */
export async function listWeeklyMailings(scope: Scope): Promise<WeeklyMailing[]> {
  const accounts = await db.officialAccount.findMany({
    where: { id: { in: [...scope.accountIds] } },
    select: {
      id: true,
      name: true,
      timeZone: true,
      weeklyPlan: { select: { accountId: true, enabled: true, recipients: true, weekday: true, hour: true, language: true } },
      weeklyReports: {
        orderBy: [{ queuedAt: "desc" }, { id: "desc" }],
        take: RUNS_SHOWN,
        include: { officer: { select: { name: true } } },
      },
    },
    orderBy: { slug: "asc" },
  });
  return accounts.map(({ weeklyPlan, weeklyReports, ...account }) => ({
    account,
    plan: weeklyPlan && { ...weeklyPlan, language: weeklyPlan.language as Language },
    runs: weeklyReports.map(({ id, week, officer, recipients, problem, problemDetail, numbers, ...run }) => ({
      id,
      week: weekOf(week),
      by: officer?.name ?? null,
      recipients: recipients.length,
      state: run.state,
      progress: run.progress,
      attempts: run.attempts,
      dueAt: run.dueAt,
      problem: problem as WeeklyProblem | null,
      detail: problemDetail,
      numbers: numbers as WeeklyNumbers | null,
      queuedAt: run.queuedAt,
      sentAt: run.sentAt,
    })),
  }));
}
