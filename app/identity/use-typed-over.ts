"use client";

import { type RefObject, useEffect, useRef } from "react";

/** For a box of a code: when what it holds is refused it stands selected, so that the next code is simply typed. */
export function useTypedOver(isRefused: boolean): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isRefused || !input.current?.value) return;
    input.current.focus();
    input.current.select();
  }, [isRefused]);
  return input;
}
