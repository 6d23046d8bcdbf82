import type { ImportAnswers } from "@/lib/standing-answers/faq/input";
import type { FaqPreview } from "@/lib/standing-answers/faq/preview";
import { reviveInstants } from "@/lib/time/rules";
import type { ActionResult } from "@/lib/web/officer-action";

type Refused = Omit<Extract<ActionResult<unknown>, { ok: false }>, "ok" | "facts"> & { facts?: Record<string, string | number> };

/** What would be saved of a file; null when the desk cannot be reached. */
export function previewFile(input: ImportAnswers): Promise<ActionResult<FaqPreview> | null> {
  return post("/api/standing-answers/preview", input);
}

/** Saves it. */
export function importFile(input: ImportAnswers): Promise<ActionResult<{ count: number }> | null> {
  return post("/api/standing-answers/import", input);
}

async function post<Value>(address: string, input: ImportAnswers): Promise<ActionResult<Value> | null> {
  try {
    const headers = { "content-type": "application/json" };
    const response = await fetch(address, { method: "POST", headers, body: JSON.stringify(input) });
    const told: unknown = JSON.parse(await response.text(), reviveInstants);
    if (response.ok) return { ok: true, value: told as Value };
    const { refusal, facts = {} } = told as Refused;
    return { ok: false, refusal, facts };
  } catch {
    return null;
  }
}
