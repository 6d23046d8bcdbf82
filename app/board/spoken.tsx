"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Board } from "@/lib/board/rules";
import { SECOND } from "@/lib/time/rules";

const AT_MOST_EVERY = 10 * SECOND;

/** The standing in one sentence for those who listen: when it has changed, and never oftener than every ten seconds. */
export function Spoken({ board, lostSince }: { board: Board; lostSince: Date | null }) {
  const t = useTranslations("board");
  const { late, dueSoon, waiting, dangers } = board.open;
  const sentence = lostSince ? t("spokenLost") : t("spoken", { late, dueSoon, waiting, dangers });
  const [said, setSaid] = useState("");
  const saidAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const wait = Math.max(0, saidAt.current + AT_MOST_EVERY - performance.now());
    const timer = setTimeout(() => {
      saidAt.current = performance.now();
      setSaid(sentence);
    }, wait);
    return () => clearTimeout(timer);
  }, [sentence]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
