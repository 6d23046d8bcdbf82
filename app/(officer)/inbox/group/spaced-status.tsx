"use client";

import { useEffect, useRef, useState } from "react";
import { SECOND } from "@/lib/time/rules";

const PAUSE = 10 * SECOND;

/** Tells a screen reader politely what goes on changing: at once the first time, then every ten seconds at most. What stood there at first is no news. */
export function SpacedStatus({ text }: { text: string }) {
  const [said, setSaid] = useState("");
  const last = useRef({ text, at: 0 });
  useEffect(() => {
    if (text === last.current.text) return;
    const timer = setTimeout(
      () => {
        last.current = { text, at: Date.now() };
        setSaid(text);
      },
      Math.max(0, last.current.at + PAUSE - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <span role="status" className="sr-only">
      {said}
    </span>
  );
}
