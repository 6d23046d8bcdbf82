import { buildNextFolder } from "./next-folder";
import type { Variables } from "./servers";

/** Builds a Next application whose one route handler does nothing. Returns its folder. */
export function buildEmptyRoute(env: Variables, slug: string): Promise<string> {
  const route = 'export function POST() {\n  return new Response("success");\n}\n';
  return buildNextFolder("bench-empty-route", { [`app/api/wechat/${slug}/route.js`]: route }, env);
}
