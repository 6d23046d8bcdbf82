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

/** What `toast` was asked to say, all of it in sight, away from where one writes. */
export function ToastCorner({ label }: { label: string }) {
  useEffect(() => onToast(speak), []);
  return <SonnerToaster position="bottom-left" expand containerAriaLabel={label} toastOptions={{ unstyled: true, classNames: LOOK }} />;
}

function speak() {
  for (const { message, tone, action, seconds } of takeToasts())
    sonner(message, {
      duration: seconds * 1_000,
      className: TONES[tone],
      ...(action && { action: { label: action.label, onClick: action.run } }),
    });
}
