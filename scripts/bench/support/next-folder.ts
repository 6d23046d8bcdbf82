import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { program, root } from "@/scripts/setup/root.mjs";
import { runQuietly } from "@/scripts/setup/run.mjs";
import type { Variables } from "./servers";

/** Builds a Next application of these files with the Next of this checkout. Returns its folder. */
export async function buildNextFolder(name: string, files: Readonly<Record<string, string>>, env: Variables): Promise<string> {
  const folder = path.join(root, ".test", name);
  rmSync(folder, { recursive: true, force: true });
  const written = {
    "package.json": JSON.stringify({ name, private: true, type: "module" }),
    "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(root)} } };\n`,
    ...files,
  };
  for (const [file, text] of Object.entries(written)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  await runQuietly([program("next"), "build"], {
    env: { ...env, NODE_ENV: "production" },
    cwd: folder,
    chinese: `构建 ${name}`,
    english: `building ${name}`,
  });
  return folder;
}
