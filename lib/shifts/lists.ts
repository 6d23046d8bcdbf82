import { db } from "@/lib/db";
import { narrowed, type Scope } from "@/lib/officers/scope";
import { now } from "@/lib/time/clock";
import { after, DAY } from "@/lib/time/rules";
import { daysLater, instantOf } from "@/lib/time/zones";
import type { Assignment } from "@/prisma/generated/enums";
import { type HandoverNote, unreadHandovers } from "./handovers";
import { whoIsOnDuty } from "./queries";
import { EARLY } from "./rules";

const DAYS = 7;
/** Who signs on reads what was handed over within so long. */
const HANDOVER_READ_WITHIN = DAY;

/** A shift as the roster shows it. `signedOnAt`: when its officer first signed on for it. */
export type RosterShift = { id: string; officerId: string; name: string; startsAt: Date; endsAt: Date; signedOnAt: Date | null };
export type RosterWeek = { timeZone: string; assignment: Assignment; shifts: RosterShift[] };

/** The shifts that begin in the week of a Monday or reach into it, by their start; null where the account is out of reach. */
export async function rosterWeek(scope: Scope, accountId: string, monday: string): Promise<RosterWeek | null> {
  const account = await db.officialAccount.findFirst({
    where: { id: { in: [...narrowed(scope, accountId).accountIds] } },
    select: { timeZone: true, assignment: true },
  });
  if (!account) return null;
  const from = instantOf(monday, "00:00", account.timeZone);
  const until = instantOf(daysLater(monday, DAYS), "00:00", account.timeZone);
  const rows = await db.shift.findMany({
    where: { accountId, cancelledAt: null, startsAt: { lt: until }, endsAt: { gt: from } },
    include: { officer: { select: { name: true } }, spells: { select: { signedOnAt: true }, orderBy: { signedOnAt: "asc" }, take: 1 } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  const shifts = rows.map(({ id, officerId, startsAt, endsAt, officer, spells }) => {
    return { id, officerId, name: officer.name, startsAt, endsAt, signedOnAt: spells[0]?.signedOnAt ?? null };
  });
  return { ...account, shifts };
}

type SwapShift = { id: string; startsAt: Date; endsAt: Date };
export type OpenSwap = {
  id: string;
  from: { id: string; name: string };
  to: { id: string; name: string };
  shift: SwapShift;
  otherShift: SwapShift | null;
};

/** The swaps of an account that wait for an answer and still could be: the shifts have not begun. */
export async function listSwaps(scope: Scope, accountId: string, at = now()): Promise<OpenSwap[]> {
  const { accountIds } = narrowed(scope, accountId);
  const person = { select: { id: true, name: true } };
  const shift = { select: { id: true, startsAt: true, endsAt: true } };
  return db.shiftSwap.findMany({
    where: { answeredAt: null, shift: { accountId: { in: [...accountIds] }, startsAt: { gt: at } } },
    select: { id: true, from: person, to: person, shift, otherShift: shift },
    orderBy: { askedAt: "asc" },
  });
}

/** An account's duty as one officer sees it from the inbox. `endsAt` of those on duty: of their shift; null: there by choice. */
export type DeskDuty = {
  accountId: string;
  name: string;
  timeZone: string;
  onDuty: { officerId: string; name: string; endsAt: Date | null }[];
  /** Since when this officer is signed on. */
  signedOnAt: Date | null;
  /** This officer's shift that runs, or begins within thirty minutes. */
  shift: { startsAt: Date; endsAt: Date } | null;
  /** What was handed over and nobody has read. */
  handover: HandoverNote | null;
};

/** The duty of every account of an officer, by slug. */
export async function deskDuty(officer: { id: string; scope: Scope }, at = now()): Promise<DeskDuty[]> {
  const { id: officerId, scope } = officer;
  const accountId = { in: [...scope.accountIds] };
  const [accounts, spells, shifts, unread] = await Promise.all([
    db.officialAccount.findMany({ where: { id: accountId }, select: { id: true, name: true, timeZone: true }, orderBy: { slug: "asc" } }),
    db.dutySpell.findMany({ where: { accountId, officerId, signedOffAt: null } }),
    db.shift.findMany({
      where: { accountId, officerId, cancelledAt: null, startsAt: { lte: after(at, EARLY) }, endsAt: { gt: at } },
      orderBy: { endsAt: "asc" },
    }),
    unreadHandovers(scope, officerId, after(at, -HANDOVER_READ_WITHIN)),
  ]);
  const present = await Promise.all(accounts.map(({ id }) => whoIsOnDuty(id, at)));
  return accounts.map(({ id, name, timeZone }, place) => {
    const own = shifts.find((shift) => shift.accountId === id);
    return {
      ...{ accountId: id, name, timeZone },
      onDuty: (present[place] ?? []).map((person) => ({ officerId: person.officerId, name: person.name, endsAt: person.until })),
      signedOnAt: spells.find((spell) => spell.accountId === id)?.signedOnAt ?? null,
      shift: own ? { startsAt: own.startsAt, endsAt: own.endsAt } : null,
      handover: unread.find((note) => note.accountId === id) ?? null,
    };
  });
}
