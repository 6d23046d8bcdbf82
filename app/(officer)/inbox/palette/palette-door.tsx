"use client";

import { type ComponentProps, lazy, Suspense, useState } from "react";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import type { PaletteDesk as Desk } from "./palette-desk";

const PaletteDesk = lazy(() => import("./palette-desk").then(({ PaletteDesk }) => ({ default: PaletteDesk })));

/** Shows what finds everything when the officer asks for it; its code is loaded with the first question. */
export function PaletteDoor(props: Omit<ComponentProps<typeof Desk>, "onClose">) {
  const [open, setOpen] = useState(false);
  useCommand("palette", () => setOpen(true));
  return <Suspense>{open ? <PaletteDesk {...props} onClose={() => setOpen(false)} /> : null}</Suspense>;
}
