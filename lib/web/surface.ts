import type { Environment } from "@/lib/env";

export type Surface = Environment["JIDA_SURFACE"];

/** The request header in which the proxy tells pages their own path and query. */
export const PATH_HEADER = "x-jida-path";

const DOOR = /^\/api\/wechat\/[^/]+\/?$/;
/** What residents open on their telephones: it stands where WeChat can reach us, never on the officers' side. */
const RESIDENTS = /^\/rate\/[^/]+(\/answer)?\/?$/;
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

function isPublic(pathname: string): boolean {
  return DOOR.test(pathname) || isResidents(pathname);
}
