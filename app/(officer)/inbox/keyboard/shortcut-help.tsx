"use client";

import { Suspense, useState } from "react";
import { lazyPart } from "@/components/ui/lazy-part";
import { useCommand } from "./use-command";

const ShortcutMap = lazyPart(() => import("./shortcut-map").then(({ ShortcutMap }) => ShortcutMap));

/** Shows the keys when the officer asks for them; the map is loaded with the first question. */
export function ShortcutHelp() {
  const [helping, setHelping] = useState(false);
  useCommand("help", () => setHelping(true));
  return <Suspense>{helping ? <ShortcutMap onClose={() => setHelping(false)} /> : null}</Suspense>;
}
