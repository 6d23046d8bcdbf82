import type { Environment } from "@/lib/env";

export type Surface = Environment["JIDA_SURFACE"];

/** The request header in which the proxy tells pages their own path and query. */
export const PATH_HEADER = "x-jida-path";

const DOOR = /^\/api\/wechat\/[^/]+\/?$/;
/** What residents open on their telephones: it stands where WeChat can reach us, never on the officers' side. */
const RESIDENTS = /^\/rate\/[^/]+(\/answer)?\/?$/;
const RESIDENTS_FORM = /^\/rate\/[^/]+\/answer\/?$/;
/** What a gateway lets strangers come to, with whatever lies below it. */
const STRANGERS = /^\/(api\/wechat|rate)(\/|$)/;
const BOTH = /^\/(api\/health\/?|_next\/static\/.*|favicon\.ico|icon\.svg)$/;

/** Whether a process of this surface answers that path: the public door and the officers' desk can stand on two ports or machines. */
export function isServed(surface: Surface, pathname: string): boolean {
  if (surface === "all" || BOTH.test(pathname)) return true;
  return isPublic(pathname) === (surface === "door");
}

/** Whether a path is a resident's page. */
export function isResidents(pathname: string): boolean {
  return RESIDENTS.test(pathname);
}

/**
 * Whether this knocks with more than a look where strangers may come, and neither at WeChat's door nor with a resident's form: Next runs an
 * officers' action that is sent to any page of its process, the one that says there is no such page too, and so past a gateway, or on the
 * side of the door.
 */
export function isActionAmongStrangers(method: string, pathname: string): boolean {
  const isTaken = DOOR.test(pathname) || RESIDENTS_FORM.test(pathname) || method === "GET" || method === "HEAD";
  return !isTaken && (STRANGERS.test(pathname) || BOTH.test(pathname));
}

function isPublic(pathname: string): boolean {
  return DOOR.test(pathname) || isResidents(pathname);
}
