import { may } from "@/lib/officers/rules";
import type { ActingOfficer } from "@/lib/officers/scope";
import type { Prisma } from "@/prisma/generated/client";

/** What an officer sees: one's own and the shared ones, of the accounts in scope or of all; archived ones are gone. */
export function visibleTo({ id, scope }: ActingOfficer): Prisma.QuickReplyWhereInput {
  return {
    archivedAt: null,
    AND: [{ OR: [{ accountId: null }, { accountId: { in: [...scope.accountIds] } }] }, { OR: [{ shared: true }, { ownerId: id }] }],
  };
}

/** The part of it that the officer may change: mayChange() as a condition. */
export function changeableBy(officer: ActingOfficer): Prisma.QuickReplyWhereInput {
  const own = { ownerId: officer.id };
  const others = may(officer.role, "quickReplies.share") ? [{ shared: true }] : [];
  return { AND: [visibleTo(officer), { OR: [own, ...others] }] };
}
