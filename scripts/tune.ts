import { parseArgs } from "node:util";
import { z } from "zod";
import { readDoorAccount } from "@/lib/accounts/queries";
import { revertTuning } from "@/lib/clusters/revert-tuning";
import { type TuningOutcome, tuneAccount } from "@/lib/jobs/tune-groupings";
import { Refusal } from "@/lib/refusal";
import { runCommand } from "./officer-command";

const options = { account: { type: "string" }, revert: { type: "boolean" }, "dry-run": { type: "boolean" } } as const;
const tuning = z.strictObject({ account: z.string().min(1), "dry-run": z.literal(true).optional() });
const reverting = z.strictObject({ account: z.string().min(1), revert: z.literal(true) });

// npm run tune -- --account SLUG, with --dry-run to measure only, or --revert to take the tuning in force back
await runCommand("--account SLUG [--dry-run] | --account SLUG --revert", async (words) => {
  const { values } = parseArgs({ args: words, options });
  if (values.revert) {
    const reverted = await revertTuning(await accountId(reverting.parse(values).account));
    return reverted ? "已撤回，恢复上一次的判断 · reverted: the decision is the one before" : "没有可撤回的 · nothing to revert";
  }
  const { account, "dry-run": dryRun = false } = tuning.parse(values);
  return tell(await tuneAccount(await accountId(account), { dryRun }), dryRun);
});

async function accountId(slug: string): Promise<string> {
  const account = await readDoorAccount(slug);
  if (!account) throw new Refusal("accountNotFound", { account: slug });
  return account.id;
}

function tell({ tuning: { scale, shift }, figures, taken }: TuningOutcome, dryRun: boolean): string {
  if (!figures) return "更正太少，或学后不见好，维持原判断 · too few corrections, or none the better for them: nothing changes";
  const { learnt, held, lossBefore, lossAfter, wrongBefore, wrongAfter } = figures;
  const outcome = taken ? (dryRun ? "可采用 · would take effect" : "已采用 · in force now") : "不优于现状，未采用 · no better, not taken";
  const measure = `loss ${lossBefore.toFixed(3)} → ${lossAfter.toFixed(3)}, contradicted ${wrongBefore} → ${wrongAfter}`;
  return `${outcome}: scale ${scale.toFixed(2)}, shift ${shift.toFixed(2)}; learnt from ${learnt}, measured on ${held} held back: ${measure}`;
}
