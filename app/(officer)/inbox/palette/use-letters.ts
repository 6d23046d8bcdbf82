import { useEffect, useState } from "react";
import { loadLetters } from "@/app/(officer)/inbox/feed/loaders";
import type { Letters } from "./palette-command";

let known: Letters | null = null;

/** Under which letters the labels of this page are found, read with the palette's first use. Without them labels are found by their words. */
export function useLetters(): Letters {
  const [letters, setLetters] = useState<Letters>(known ?? {});
  useEffect(() => {
    if (known) return;
    let over = false;
    loadLetters()
      .then((read) => {
        known = read.letters;
        if (!over) setLetters(known);
      })
      .catch(() => undefined);
    return () => {
      over = true;
    };
  }, []);
  return letters;
}
