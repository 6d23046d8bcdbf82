import { useEffect, useState } from "react";
import type { Colleague } from "@/lib/officers/queries";
import { loadColleagues } from "./loaders";

let known: readonly Colleague[] | null = null;

/** Who works at the same accounts, read when it is first needed and anew by each page; null until then. */
export function useColleagues(needed: boolean): readonly Colleague[] | null {
  const [colleagues, setColleagues] = useState(known);
  useEffect(() => {
    if (!needed || known) return;
    let over = false;
    loadColleagues()
      .then((read) => {
        known = read.colleagues;
        if (!over) setColleagues(known);
      })
      // Without names the choice stays empty; asking again comes with the next need.
      .catch(() => undefined);
    return () => {
      over = true;
    };
  }, [needed]);
  return colleagues ?? known;
}
