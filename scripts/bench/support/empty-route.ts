import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { program, root } from "@/scripts/setup/root.mjs";
import { runQuietly } from "@/scripts/setup/run.mjs";
import type { Variables } from "./servers";

/** Builds a Next application whose one route handler does nothing, with the Next of this checkout. Returns its folder. */
export async function buildEmptyRoute(env: Variables, slug: string): Promise<string> {
  const folder = path.join(root, ".test/bench-empty-route");
  rmSync(folder, { recursive: true, force: true });
  const place = path.join(folder, "app/api/wechat", slug);
  mkdirSync(place, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ name: "empty-route", private: true, type: "module" }));
  writeFileSync(path.join(folder, "next.config.mjs"), `export default { turbopack: { root: ${JSON.stringify(root)} } };\n`);
  writeFileSync(path.join(place, "route.js"), 'export function POST() {\n  return new Response("success");\n}\n');
  await runQuietly([program("next"), "build"], {
    env: { ...env, NODE_ENV: "production" },
    cwd: folder,
    chinese: "构建空路由",
    english: "building the empty route",
  });
  return folder;
}
