"use client";

import { type ReactNode, useState } from "react";
import type { ActionResult } from "@/lib/web/officer-action";
import { ConfirmDialog } from "./confirm-dialog";

/**
 * Runs sensitive actions: one that asks first who the officer is opens `dialog`, which the screen shows somewhere, and runs again
 * afterwards. Resolves to null when the desk did not answer.
 */
export function useConfirming(): {
  act: <Value>(run: () => Promise<ActionResult<Value>>) => Promise<ActionResult<Value> | null>;
  dialog: ReactNode;
} {
  const [waiting, setWaiting] = useState<{ done: (confirmed: boolean) => void } | null>(null);

  async function act<Value>(run: () => Promise<ActionResult<Value>>) {
    const result = await run().catch(() => null);
    if (!result || result.ok || result.refusal !== "confirmFirst") return result;
    const confirmed = await new Promise<boolean>((done) => setWaiting({ done }));
    setWaiting(null);
    return confirmed ? run().catch(() => null) : result;
  }

  return { act, dialog: <ConfirmDialog open={waiting !== null} onDone={(confirmed) => waiting?.done(confirmed)} /> };
}
