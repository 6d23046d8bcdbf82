import { beforeEach, expect, test, vi } from "vitest";
import type { Saved } from "@/lib/drafts/queries";
import { after, reviveInstants } from "@/lib/time/rules";
import { changedDraft, emptyDraft, restoredDraft, type SeenThread, threadPaper } from "./draft";
import { DraftSaver, type DraftServer, type SaveAnswer } from "./draft-saver";
import { DraftShelf } from "./draft-shelf";
import type { Words } from "./known-draft";

const seen = { version: 1, seq: "1" };
const eight = new Date("2026-11-23T00:00:00Z");

beforeEach(() => void vi.useFakeTimers());

const overTheWire = <Value>(value: Value) => JSON.parse(JSON.stringify(value), reviveInstants) as Value;

/** A desk that keeps one draft by the same rules as the real one, and can be out of reach or slow. */
function desk(first: Saved<SeenThread> | null = null) {
  const server = {
    saved: first,
    away: false,
    hold: null as Promise<void> | null,
    saves: [] as Words<SeenThread>[],
    sent: new Set<string>(),
    at: 0,
  };
  const reading = () => ({ readAt: after(eight, ++server.at), saved: server.saved });
  function keep(words: Words<SeenThread>): SaveAnswer<SeenThread> {
    const { saved } = server;
    const own = words.hasOneUnderway ? [words.revision, words.revision + 1] : [words.revision];
    if (words.text === "") server.saved = null;
    else if (saved && !own.includes(saved.revision) && !(words.revision === 0 && saved.replyId === words.replyId)) return "moved";
    else if (!saved && words.revision > 0) return "moved";
    else if (!saved && server.sent.has(words.replyId)) return reading();
    else server.saved = { ...words, promised: words.promisedAt, revision: (saved?.revision ?? 40) + 1, savedAt: after(eight, server.at) };
    return reading();
  }
  const door: DraftServer<SeenThread> = {
    save: async (words) => {
      if (server.away) throw new Error("away");
      server.saves.push(words);
      const answer = keep(words);
      await server.hold;
      return overTheWire(answer);
    },
    read: async () => overTheWire(reading()),
  };
  const stored = new Map<string, string>();
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };
  const shelf = new DraftShelf(() => storage, threadPaper, "lin", "thread");
  const open = () => new DraftSaver({ paper: threadPaper, server: door, shelf, tell: () => undefined }, reading(), seen);
  return { server, shelf, open };
}

const typed = (saver: DraftSaver<SeenThread>, text: string) => saver.write(changedDraft(saver.draft, { text }));
const words = (text: string, revision = 7): Saved<SeenThread> => ({
  ...emptyDraft(seen),
  promised: "",
  text,
  revision,
  savedAt: eight,
});

test("what is typed is saved once the keys rest, at the latest after two seconds, and waits in the tab until then", async () => {
  const { server, shelf, open } = desk();
  const saver = open();
  for (let key = 1; key <= 8; key += 1) {
    typed(saver, "字".repeat(key));
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(server.saves.map(({ text }) => text.length)).toEqual([7]);
  expect(shelf.load()?.draft.text).toHaveLength(8);
  await vi.advanceTimersByTimeAsync(400);
  expect(server.saved?.text).toHaveLength(8);
  expect(saver.state.get().status).toBe("saved");
  expect(shelf.load()).toBeNull();
});

test("a reload goes on from the tab's words; on top of what the server has, or before it ever had any", async () => {
  for (const first of [null, words("今晚", 7)]) {
    const { server, shelf, open } = desk(first);
    shelf.keep({ draft: { ...emptyDraft(seen), ...(first && { replyId: first.replyId }), text: "今晚八点来水" }, revision: first ? 7 : 0 });
    const saver = open();
    saver.recover();
    expect(saver.draft.text).toBe("今晚八点来水");
    await saver.flush();
    expect(server.saved?.text).toBe("今晚八点来水");
  }
});

test("while the desk is out of reach it says so, and saves when it is back", async () => {
  const { server, open } = desk();
  const saver = open();
  server.away = true;
  typed(saver, "今晚");
  await saver.flush();
  typed(saver, "今晚八点");
  expect(saver.state.get().status).toBe("failing");
  server.away = false;
  await vi.advanceTimersByTimeAsync(3_000);
  expect(server.saved?.text).toBe("今晚八点");
  expect(saver.state.get().status).toBe("saved");
});

test("saved elsewhere meanwhile, both are shown and one is chosen; nothing is overwritten before", async () => {
  for (const choice of ["keepMine", "takeOther"] as const) {
    const { server, open } = desk(words("今晚"));
    const saver = open();
    server.saved = words("明早", 8);
    typed(saver, "今晚八点");
    await saver.flush();
    expect(saver.state.get()).toMatchObject({ status: "moved", draft: { text: "今晚八点" }, other: { text: "明早" } });
    expect(server.saved.text).toBe("明早");
    saver[choice]();
    await saver.flush();
    const stays = choice === "keepMine" ? "今晚八点" : "明早";
    expect([server.saved?.text, saver.draft.text, saver.state.get().status]).toEqual([stays, stays, "saved"]);
  }
});

test("gone elsewhere, it is begun anew; saying the same elsewhere, it is one", async () => {
  const { server, open } = desk(words("今晚"));
  const saver = open();
  server.saved = null;
  typed(saver, "今晚八点");
  await vi.advanceTimersByTimeAsync(2_000);
  expect(server.saved).toMatchObject({ text: "今晚八点" });
  server.saved = words("今晚八点来水", 90);
  typed(saver, "今晚八点来水");
  await saver.flush();
  expect(saver.state.get()).toMatchObject({ status: "saved", draft: { replyId: server.saved.replyId } });
});

test("a reply takes the draft with it, whatever save is answered after that", async () => {
  const { server, open } = desk();
  const saver = open();
  typed(saver, "今晚八点来水");
  let release: () => void = () => undefined;
  server.hold = new Promise((resolve) => {
    release = resolve;
  });
  const late = saver.flush();
  const { replyId } = saver.attempt(seen);
  server.sent.add(replyId);
  server.saved = null;
  saver.sent({ version: 2, seq: "2" }, after(eight, 100));
  release();
  await late;
  expect(saver.state.get()).toMatchObject({ status: "empty", draft: { text: "", seen: { version: 2 } } });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(server.saved).toBeNull();
});

test("sent from another page under the same id, the words are not written a second time", async () => {
  const { server, open } = desk();
  const saver = open();
  typed(saver, "今晚八点来水");
  server.sent.add(saver.draft.replyId);
  await saver.flush();
  expect(saver.state.get()).toMatchObject({ status: "empty", draft: { text: "" } });
  typed(saver, "还有一句");
  server.sent.add(saver.draft.replyId);
  const saving = saver.flush();
  typed(saver, "还有一句话");
  await saving;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(server.saved).toMatchObject({ text: "还有一句话" });
});

test("nothing is saved while a reply is on its way; refused, its words are a draft again", async () => {
  const { server, open } = desk();
  const saver = open();
  typed(saver, "今晚八点来水");
  saver.attempt(seen);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(server.saves).toEqual([]);
  saver.release();
  await vi.advanceTimersByTimeAsync(400);
  expect(server.saved?.text).toBe("今晚八点来水");
});

test("a page that goes leaves its last words beside a save that is underway", async () => {
  const { server, open } = desk();
  const saver = open();
  typed(saver, "今晚");
  const first = saver.flush();
  typed(saver, "今晚八点");
  await Promise.all([first, saver.flush(true)]);
  expect(server.saved?.text).toBe("今晚八点");
  expect(saver.state.get().status).toBe("saved");
});

test("a later reading is taken over while nothing is written here, and never one from before", async () => {
  const { server, open } = desk(words("今晚"));
  const saver = open();
  const before = { readAt: eight, saved: words("旧的", 3) };
  saver.learn(before);
  expect(saver.draft.text).toBe("今晚");
  saver.learn({ readAt: after(eight, 50), saved: words("别处写的", 8) });
  expect(saver.draft.text).toBe("别处写的");
  saver.learn({ readAt: after(eight, 60), saved: null });
  expect(saver.state.get()).toMatchObject({ status: "empty", draft: { text: "" } });
  typed(saver, "这里写的");
  saver.learn({ readAt: after(eight, 70), saved: words("别处写的", 9) });
  expect(saver.draft.text).toBe("这里写的");
  expect(server.saves).toEqual([]);
});

test("words taken back from a reply are written on where the server keeps them", async () => {
  const { server, open } = desk();
  const saver = open();
  server.saved = words("今晚八点来水", 60);
  saver.broughtBack(server.saved);
  saver.write({ ...restoredDraft(saver.draft, { text: "今晚八点来水" }, seen), replyId: server.saved.replyId });
  expect(saver.state.get().status).toBe("saved");
  typed(saver, "今晚九点来水");
  await saver.flush();
  expect(server.saved).toMatchObject({ text: "今晚九点来水", revision: 61 });
});

test("emptied, it is thrown away on the server, too", async () => {
  const { server, shelf, open } = desk(words("今晚"));
  const saver = open();
  typed(saver, "");
  await saver.flush();
  expect(server.saved).toBeNull();
  expect(saver.state.get().status).toBe("empty");
  expect(shelf.load()).toBeNull();
});
