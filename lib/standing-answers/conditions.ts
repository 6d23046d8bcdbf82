import { may } from "@/lib/officers/rules";
import type { ActingOfficer } from "@/lib/officers/scope";
import type { Prisma } from "@/prisma/generated/client";

/** Whether an officer may change a standing answer: one's own, and with the permission everybody's. */
export function mayChange({ ownerId }: { ownerId: string }, { id, role }: Pick<ActingOfficer, "id" | "role">): boolean {
  return may(role, "standingAnswers.writeAll") || (may(role, "standingAnswers.write") && ownerId === id);
}

/** What an officer sees: those of the accounts in scope that are not archived. */
export function visibleTo({ scope }: Pick<ActingOfficer, "scope">): Prisma.StandingAnswerWhereInput {
  return { archivedAt: null, accountId: { in: [...scope.accountIds] } };
}

/** The part of it that the officer may change: mayChange() as a condition. */
export function changeableBy(officer: Pick<ActingOfficer, "id" | "role" | "scope">): Prisma.StandingAnswerWhereInput {
  return { AND: [visibleTo(officer), may(officer.role, "standingAnswers.writeAll") ? {} : { ownerId: officer.id }] };
}
