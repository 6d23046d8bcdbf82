"use client";

import { useTranslations } from "next-intl";

export type BoardNoticeKey = "opening" | "revoked" | "signedOut" | "blocked" | "unreachable";

/** A wall that has nothing to show says why, and what somebody can do about it. */
export function BoardNotice({ about }: { about: BoardNoticeKey }) {
  const t = useTranslations("board.notices");
  return (
    <main
      id="main"
      tabIndex={-1}
      role="status"
      className="flex h-dvh flex-col items-center justify-center gap-[1em] px-[6em] text-center outline-none"
    >
      <h1 className="font-semibold text-[4.4em] leading-tight">{t(`${about}.title`)}</h1>
      <p className="max-w-[30em] text-balance text-[2.2em] text-ink-2">{t(`${about}.hint`)}</p>
    </main>
  );
}
