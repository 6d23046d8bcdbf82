import { randomBytes } from "node:crypto";
import type { ChatLine } from "./chat";
import { closedWindows, type Windows } from "./windows";

/** A person with a phone, known to the account by openid. */
export type Resident = {
  openid: string;
  name: string;
  note: string;
  followed: boolean;
  /** Wall ms. */
  followedAt: number;
  /** Made by a burst: left out of the list on the page. */
  hidden: boolean;
  chat: ChatLine[];
  windows: Windows;
  /** Platform ms of the last thing the resident did, for the typing sign. */
  actedAt: number | null;
  typingUntil: number | null;
  /** What the account noted of a follower, and whether it wants to hear from them. */
  remark: string;
  tagIds: number[];
  blacklisted: boolean;
  /** The months in which mass messages came, and how often each template may still reach the resident. */
  massMonths: string[];
  consents: Record<string, number | "always">;
  /** How the resident came to follow. */
  cameBy: { scene: string; qrScene: number; qrSceneStr: string };
};

export const OPENID = /^o[0-9A-Za-z_-]{5,63}$/;

export function newResident(openid: string, name: string): Resident {
  return {
    openid,
    name,
    note: "",
    followed: true,
    followedAt: Date.now(),
    hidden: false,
    chat: [],
    windows: closedWindows(),
    actedAt: null,
    typingUntil: null,
    remark: "",
    tagIds: [],
    blacklisted: false,
    massMonths: [],
    consents: {},
    cameBy: foundBySearch(),
  };
}

/** How most come to follow. */
export function foundBySearch(): Resident["cameBy"] {
  return { scene: "ADD_SCENE_SEARCH", qrScene: 0, qrSceneStr: "" };
}

/** 28 characters that begin with `o`, as every openid does. */
export function randomOpenid(): string {
  return `o${randomBytes(24).toString("base64url").slice(0, 27)}`;
}

/** What lists of residents show; times are ISO 8601. */
export function summaryOf(resident: Resident) {
  const { openid, name, note, followed, hidden, windows } = resident;
  return {
    openid,
    name,
    note,
    followed,
    hidden,
    lastLine: resident.chat.at(-1) ?? null,
    windows: { message: shown(windows.message), event: shown(windows.event) },
  };
}

function shown(window: Windows["message"]) {
  return (
    window && {
      remaining: window.remaining,
      closesAt: new Date(window.closesAt).toISOString(),
    }
  );
}
