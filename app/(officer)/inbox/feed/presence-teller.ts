import { newId } from "@/app/(officer)/inbox/new-id";
import { TYPING_BEAT_SECONDS, TYPING_SECONDS } from "@/lib/presence/rules";
import type { TellPresence } from "@/lib/presence/schema";
import { SECOND } from "@/lib/time/rules";
import { staysAlive, tabsToReport } from "./living-tabs";

/** Who steps through the queue looks at none of the threads; milliseconds. */
const DWELL = 600;
const ADDRESS = "/api/inbox/presence";

let tabId = "";
let shown: string | null = null;
let typing = false;
let told = "";
let toldAt = 0;
let dwelling: ReturnType<typeof setTimeout> | undefined;
let pausing: ReturnType<typeof setTimeout> | undefined;

/** This tab shows a thread, or none: colleagues are told once it has stayed for a moment. */
export function showThread(threadId: string | null): void {
  listen();
  if (threadId === shown) return;
  shown = threadId;
  stopTyping();
  clearTimeout(dwelling);
  dwelling = setTimeout(tell, DWELL);
}

/** A key was pressed in the text of the thread that is shown: the first one is told, one every fifteen seconds, and that there was none for six. */
export function keyPressed(): void {
  clearTimeout(pausing);
  pausing = setTimeout(doneTyping, TYPING_SECONDS * SECOND);
  if (shown === null || (typing && performance.now() < toldAt + TYPING_BEAT_SECONDS * SECOND)) return;
  if (typing) told = "";
  typing = true;
  tell();
}

/** What was being written has been sent or thrown away. */
export function doneTyping(): void {
  if (!typing) return;
  stopTyping();
  tell();
}

/** The server may have forgotten this tab while the line was down. */
export function tellAgain(): void {
  if (told === "" || document.hidden || shown === null) return;
  told = "";
  tell();
}

/** The server has beaten, which all tabs hear: of tabs that crashed, and could say no goodbye, another one tells. */
export async function tellOfLostTabs(): Promise<void> {
  listen();
  for (const lost of await tabsToReport(tabId)) post({ tabId: lost, threadId: null, typing: false });
}

function stopTyping() {
  clearTimeout(pausing);
  typing = false;
}

function tell() {
  clearTimeout(dwelling);
  const word = wordNow();
  if (JSON.stringify(word) === told || (told === "" && shown === null)) return;
  told = JSON.stringify(word);
  toldAt = performance.now();
  post(word);
}

function post(word: TellPresence) {
  const body = JSON.stringify(word);
  // Lost with the line; the next word, or the stream's return, makes it good.
  void fetch(ADDRESS, { method: "POST", headers: { "content-type": "application/json" }, body, keepalive: true }).catch(() => undefined);
}

function wordNow(): TellPresence {
  const hidden = document.hidden;
  return { tabId, threadId: hidden ? null : shown, typing: typing && !hidden };
}

function listen() {
  if (tabId !== "") return;
  tabId = newId();
  staysAlive(tabId);
  document.addEventListener("visibilitychange", tell);
  window.addEventListener("pagehide", () => {
    if (told === "") return;
    told = "";
    navigator.sendBeacon(ADDRESS, new Blob([JSON.stringify({ tabId, threadId: null, typing: false })], { type: "application/json" }));
  });
  window.addEventListener("pageshow", (event) => event.persisted && tell());
}
