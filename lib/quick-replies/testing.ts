import { expect } from "vitest";
import type { ActingOfficer } from "@/lib/officers/scope";
import { listQuickReplies } from "./queries";
import type { SaveQuickReply } from "./schema";

/** A personal text of all accounts, never saved before, unless told otherwise. */
export const words = (more: Partial<SaveQuickReply> = {}): SaveQuickReply => ({
  seen: null,
  title: "停水公告",
  text: "{称呼}好，今晚八点来水。",
  shared: false,
  accountId: null,
  reviewOn: null,
  ...more,
});

/** Whether these, and no others, are what the officer can insert. */
export async function expectTitles(officer: ActingOfficer, titles: string[], at?: Date): Promise<void> {
  expect((await listQuickReplies(officer, at)).map(({ title }) => title)).toEqual(titles);
}
