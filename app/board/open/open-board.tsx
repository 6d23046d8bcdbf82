"use client";

import { useEffect, useState } from "react";
import { BoardNotice, type BoardNoticeKey } from "@/app/board/board-notice";
import { SECOND } from "@/lib/time/rules";

const AGAIN_AFTER = 15 * SECOND;

/** Hands the secret in, and goes to the board in its own place: no way back leads to the link. */
export function OpenBoard() {
  const [about, setAbout] = useState<BoardNoticeKey>("opening");
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const open = async () => {
      const opened = await openWith(location.hash.slice(1));
      if (left) return;
      if (opened === "opened") return location.replace(`/board${location.search}`);
      setAbout(opened);
      // A wall that was turned on before the network was there has nobody to try again.
      if (opened !== "revoked") timer = setTimeout(open, AGAIN_AFTER);
    };
    void open();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, []);
  return <BoardNotice about={about} />;
}

async function openWith(secret: string): Promise<"opened" | BoardNoticeKey> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch("/board/session", { method: "POST", headers, body: JSON.stringify({ secret }) }).catch(() => null);
  if (answer?.status === 204) return "opened";
  if (answer?.status === 429) return "blocked";
  return answer?.status === 404 || answer?.status === 400 ? "revoked" : "unreachable";
}
