"use client";

import { useEffect } from "react";
import { Toaster as SonnerToaster, toast as sonner } from "sonner";
import { onToast, type Toast, takeToasts } from "./toast";

const LOOK = {
  toast: "flex w-full items-center gap-3 rounded-lg border bg-panel px-4 py-2.5 text-base shadow-float",
  title: "flex-1",
  actionButton: "ml-auto min-h-8 shrink-0 rounded-md px-3 font-semibold text-info text-sm hover:bg-sel",
};
const TONES: Record<Toast["tone"], string> = { plain: "border-line text-ink", danger: "border-danger/50 text-danger" };

/** Below a bar of 48 px. */
const UNDER_BAR = { top: 56 };

/** What `toast` was asked to say, all of it in sight, away from lists and from where one writes. */
export function ToastCorner({ label }: { label: string }) {
  useEffect(() => onToast(speak), []);
  const look = { unstyled: true, classNames: LOOK };
  return (
    <SonnerToaster
      position="top-center"
      offset={UNDER_BAR}
      mobileOffset={UNDER_BAR}
      expand
      containerAriaLabel={label}
      toastOptions={look}
    />
  );
}

function speak() {
  for (const { message, tone, action, seconds } of takeToasts())
    sonner(message, {
      duration: seconds * 1_000,
      className: TONES[tone],
      ...(action && { action: { label: action.label, onClick: action.run } }),
    });
}
