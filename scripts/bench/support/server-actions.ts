import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "@/scripts/setup/root.mjs";

type Manifest = { node: Record<string, { exportedName?: string }> };

/** The id under which the built desk knows a server action. @throws Error when it has none of that name */
export function actionId(name: string): string {
  const file = path.join(root, ".next/server/server-reference-manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  const found = Object.entries(manifest.node).find(([, { exportedName }]) => exportedName === name);
  if (!found) throw new Error(`the build has no action ${name}`);
  return found[0];
}
