import type { Random } from "./random";

/** A call of the sandbox's control API. @throws Error when it is refused */
export async function callSandbox<Answer>(
  url: string,
  method: "GET" | "POST" | "PUT" | "DELETE",
  place: string,
  body?: object,
): Promise<Answer> {
  const init = body ? { body: JSON.stringify(body), headers: { "content-type": "application/json" } } : {};
  const answer = await fetch(url + place, { method, ...init });
  if (!answer.ok) throw new Error(`sandbox: ${method} ${place} ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

const SEND_FAULTS = [
  // Longer than the desk waits for WeChat.
  { kind: "timeout-after", ms: 12_000 },
  { kind: "reset-after" },
  { kind: "reset-before" },
  { kind: "errcode", errcode: -1 },
];

/** Makes every kind of fault befall one of the next replies, and has WeChat miss two of the desk's answers. */
export async function addFaults(url: string, random: Random): Promise<void> {
  for (const fault of SEND_FAULTS) {
    await callSandbox(url, "POST", "/sandbox/faults", { api: "custom/send", skip: Math.floor(random() * 6), ...fault });
  }
  await callSandbox(url, "POST", "/sandbox/push-faults", { kind: "drop-response", times: 2 });
}

export type JournalEntry = {
  type: string;
  path?: string;
  body?: string;
  taken?: boolean;
  msgId?: string | null;
  outcome?: string;
};

/** Every exchange so far. */
export async function journalOf(url: string): Promise<JournalEntry[]> {
  return (await callSandbox<{ entries: JournalEntry[] }>(url, "GET", "/sandbox/journal?since=0")).entries;
}
