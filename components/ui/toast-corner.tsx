"use client";

import { useEffect } from "react";
import { Toaster as SonnerToaster, toast as sonner } from "sonner";
import { onToast, takeToasts } from "./toast";

const LOOK = {
  toast: "flex w-full items-center gap-3 rounded-lg border border-line bg-panel px-4 py-2.5 text-base text-ink shadow-float",
  title: "flex-1",
  error: "border-danger/50 text-danger",
  actionButton: "ml-auto min-h-8 shrink-0 rounded-md px-3 font-semibold text-info text-sm hover:bg-sel",
};

/** What `toast` was asked to say, at the lower edge. */
export function ToastCorner({ label }: { label: string }) {
  useEffect(() => onToast(speak), []);
  return <SonnerToaster position="bottom-center" containerAriaLabel={label} toastOptions={{ unstyled: true, classNames: LOOK }} />;
}

function speak() {
  for (const { message, tone, action, seconds } of takeToasts()) {
    const say = tone === "danger" ? sonner.error : sonner;
    say(message, { duration: seconds * 1_000, icon: null, ...(action && { action: { label: action.label, onClick: action.run } }) });
  }
}
