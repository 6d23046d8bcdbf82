import type { Role } from "./rules";

declare const minted: unique symbol;

/** Which accounts' records may be seen and changed. Made only here, from a checked officer; every query asks for one. */
export type Scope = { readonly accountIds: readonly string[]; readonly [minted]: true };

/** A person, or a program by its token, whose session or token has been checked. */
export type ActingOfficer = { id: string; name: string; role: Role; scope: Scope };

/** The scope of an officer whose accounts have just been read from the database. */
export function scopeOf(accountIds: readonly string[]): Scope {
  return { accountIds } as Scope;
}

/** The part of a scope that is one account; nothing when the scope does not reach it. */
export function narrowed(scope: Scope, accountId: string): Scope {
  return scopeOf(scope.accountIds.filter((id) => id === accountId));
}
