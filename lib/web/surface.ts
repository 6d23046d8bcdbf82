import type { Environment } from "@/lib/env";

export type Surface = Environment["JIDA_SURFACE"];

/** The request header in which the proxy tells pages their own path and query. */
export const PATH_HEADER = "x-jida-path";

const DOOR = /^\/api\/wechat\/[^/]+\/?$/;
const BOTH = /^\/(api\/health\/?|_next\/static\/.*|favicon\.ico|icon\.svg)$/;

/** Whether a process of this surface answers that path: the public door and the officers' desk can stand on two ports or machines. */
export function isServed(surface: Surface, pathname: string): boolean {
  if (surface === "all" || BOTH.test(pathname)) return true;
  return DOOR.test(pathname) === (surface === "door");
}
