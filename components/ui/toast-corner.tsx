"use client";

import { useEffect } from "react";
import { Toaster as SonnerToaster, toast as sonner } from "sonner";
import { onToast, type Toast, takeToasts } from "./toast";

const LOOK = {
  toast: "flex min-h-10 w-full items-center gap-3 rounded-lg border bg-panel px-4 py-1 text-base leading-snug shadow-float",
  title: "flex-1",
  actionButton: "ml-auto min-h-8 shrink-0 rounded-md px-3 font-semibold text-info text-sm hover:bg-sel",
};
const TONES: Record<Toast["tone"], string> = { plain: "border-line text-ink", danger: "border-danger/50 text-danger" };

/** On a bar of 48 px: lists, headings and where one writes stay free. In the corner off the edge, on a phone above where one writes. */
const OFF_EDGES = { top: 4, bottom: 12, left: 12 };
const OFF_PHONE_EDGES = { top: 4, bottom: 72 };
const POSITIONS = { bar: "top-center", corner: "bottom-left" } as const;

/** What `toast` was asked to say, all of it in sight. */
export function ToastCorner({ label }: { label: string }) {
  useEffect(() => onToast(speak), []);
  const look = { unstyled: true, classNames: LOOK };
  return (
    <SonnerToaster
      style={{ fontFamily: "inherit" }}
      position={POSITIONS.bar}
      offset={OFF_EDGES}
      mobileOffset={OFF_PHONE_EDGES}
      expand
      containerAriaLabel={label}
      toastOptions={look}
    />
  );
}

/** What was said last about something: it goes when there is news of it. */
const saidAbout = new Map<string, string | number>();

function speak() {
  for (const { message, tone, place, action, seconds, about } of takeToasts()) {
    const before = about && saidAbout.get(about);
    if (before) sonner.dismiss(before);
    const said = sonner(message, {
      position: POSITIONS[place],
      duration: seconds * 1_000,
      className: TONES[tone],
      ...(action && { action: { label: action.label, onClick: action.run } }),
    });
    if (about) saidAbout.set(about, said);
  }
}
