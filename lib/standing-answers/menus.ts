import { db, type Tx } from "@/lib/db";
import type { Scope } from "@/lib/officers/scope";
import { isInTime } from "./answering";
import {
  type Button,
  buttonsOf,
  type CustomMenu,
  type Difference,
  differences,
  MENU_FAILURES,
  type MenuFailureCode,
  type MenuFinding,
  menuMade,
  printOf,
} from "./buttons";

/** What the desk knows of an account's menu in WeChat. unknown: nobody has looked since it was pushed; missing: there is none. */
export type MenuState = "unknown" | "same" | "differs" | "missing";
type MenuFailure = { code: MenuFailureCode; errcode: number | null; at: Date; task: "push" | "withdraw" | null };

/**
 * An account's custom menu. `made`: what its answers make of it now, `changes` since it was pushed. `found`: what stood there when
 * somebody looked, and where that is not what was pushed. `task`: what an officer has asked for; `isUnderway`: a worker is at it, or is about to.
 */
export type CustomMenuKept = {
  made: { menu: CustomMenu; print: string; findings: MenuFinding[] };
  pushed: { print: string; at: Date | null; by: string | null; buttons: Button[] } | null;
  changes: Difference[];
  found: { buttons: Button[]; at: Date; drift: Difference[] } | null;
  state: MenuState;
  driftedSince: Date | null;
  task: "push" | "withdraw" | null;
  isUnderway: boolean;
  failure: MenuFailure | null;
  nextAt: Date | null;
};

/** The custom menu of an account of the scope at an instant, or null when the scope does not reach it. */
export async function readCustomMenu(scope: Scope, accountId: string, at: Date): Promise<CustomMenuKept | null> {
  if (!scope.accountIds.includes(accountId)) return null;
  const made = await menuOf(db, accountId, at);
  const kept = await db.customMenu.findUnique({ where: { accountId }, include: { pushedBy: { select: { name: true } } } });
  const pushed = kept?.pushed ?? null;
  const { lookedAt = null, failure = null, failedAt = null } = kept ?? {};
  return {
    made: { ...made, print: printOf(made.menu) },
    pushed:
      pushed === null
        ? null
        : { print: printOf(pushed), at: kept?.pushedAt ?? null, by: kept?.pushedBy?.name ?? null, buttons: buttonsOf(pushed) },
    changes: differences(pushed, made.menu),
    found: lookedAt && { buttons: buttonsOf(kept?.found), at: lookedAt, drift: pushed ? differences(pushed, kept?.found) : [] },
    state: lookedAt ? stateOf(pushed, kept?.found ?? null) : "unknown",
    ...{ driftedSince: kept?.driftedSince ?? null, task: kept?.task ?? null, nextAt: kept?.nextAt ?? null },
    isUnderway: kept !== null && kept.nextAt !== null && kept.nextAt <= at,
    failure:
      failure === null || failedAt === null
        ? null
        : { code: failureOf(failure), errcode: kept?.errcode ?? null, at: failedAt, task: kept?.failedTask ?? null },
  };
}

/** The menu that an account's answers make at an instant, with all that stands against it. */
export async function menuOf(tx: Tx, accountId: string, at: Date): Promise<{ menu: CustomMenu; findings: MenuFinding[] }> {
  const answers = await tx.standingAnswer.findMany({
    where: { accountId, archivedAt: null, menuColumn: { not: null }, menuRow: { not: null } },
    select: { id: true, name: true, menuColumn: true, menuRow: true, published: { select: { validFrom: true, validUntil: true } } },
  });
  return menuMade(
    answers.map(({ id, name, menuColumn, menuRow, published }) => ({
      ...{ id, name, column: menuColumn ?? 0, row: menuRow ?? 0 },
      state: !published ? "notPublished" : isInTime(published, at) ? "inForce" : "notInTime",
    })),
  );
}

const failureOf = (code: string) => MENU_FAILURES.find((known) => known === code) ?? "otherErrcode";

/** How what stands there is to what was pushed. */
export function stateOf(pushed: unknown, found: unknown): Exclude<MenuState, "unknown"> {
  if (printOf(pushed) === printOf(found)) return "same";
  return found === null ? "missing" : "differs";
}

/** Accounts whose menu in WeChat is another than the desk pushed, and since when it is known. */
export async function menuDrifts(tx: Tx): Promise<Map<string, Date>> {
  const drifted = await tx.customMenu.findMany({ where: { driftedSince: { not: null } }, select: { accountId: true, driftedSince: true } });
  return new Map(drifted.flatMap(({ accountId, driftedSince }) => (driftedSince ? [[accountId, driftedSince] as const] : [])));
}
