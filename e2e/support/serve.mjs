import { rmSync } from "node:fs";
import path from "node:path";
import { findPostmaster, stopPostmaster } from "../../scripts/setup/postmaster.mjs";
import { root } from "../../scripts/setup/root.mjs";
import { endLeftovers } from "../../scripts/setup/run-record.mjs";

// The desk under test begins empty. What a killed run left is ended first, or it would write into the folder being removed.
const dataFolder = path.resolve(root, process.env.JIDA_DATA_DIR || ".test/e2e");
await endLeftovers(dataFolder);
const postmaster = findPostmaster(path.join(dataFolder, "pg"));
if (postmaster) await stopPostmaster(postmaster.identity, 0);
rmSync(dataFolder, { recursive: true, force: true });

await import("../../scripts/start.mjs");
