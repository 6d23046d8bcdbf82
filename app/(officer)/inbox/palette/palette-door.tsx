"use client";

import { type ComponentProps, Suspense, useState } from "react";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { lazyPart } from "@/components/ui/lazy-part";
import type { PaletteDesk as Desk } from "./palette-desk";

const PaletteDesk = lazyPart(() => import("./palette-desk").then(({ PaletteDesk }) => PaletteDesk));

/** Shows what finds everything when the officer asks for it; its code is loaded with the first question. */
export function PaletteDoor(props: Omit<ComponentProps<typeof Desk>, "onClose">) {
  const [open, setOpen] = useState(false);
  useCommand("palette", () => setOpen(true));
  return <Suspense>{open ? <PaletteDesk {...props} onClose={() => setOpen(false)} /> : null}</Suspense>;
}
