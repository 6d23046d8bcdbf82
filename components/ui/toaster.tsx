"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { onToast, type Toast, takeToasts } from "./toast";

const ToastCorner = lazy(() =>
  import("./toast-corner").then(
    ({ ToastCorner }) => ({ default: ToastCorner }),
    () => ({ default: PlainCorner }),
  ),
);

/** The place where `toast` speaks; its code is loaded with the first word. `label` names the region. */
export function Toaster({ label }: { label: string }) {
  const [needed, setNeeded] = useState(false);
  useEffect(() => (needed ? undefined : onToast(() => setNeeded(true))), [needed]);
  return needed ? (
    <Suspense>
      <ToastCorner label={label} />
    </Suspense>
  ) : null;
}

/** The same without its code, which did not come: what is said is most likely that the line is down. */
function PlainCorner({ label }: { label: string }) {
  const [said, setSaid] = useState<Toast | null>(null);
  useEffect(() => onToast(() => setSaid(takeToasts().at(-1) ?? null)), []);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(null), said.seconds * 1_000);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <section
      aria-label={label}
      className={`fixed inset-x-0 ${said?.place === "corner" ? "bottom-18" : "top-1"} z-50 mx-auto w-[min(356px,calc(100vw-2rem))]`}
    >
      <p
        role="status"
        className="flex min-h-10 items-center gap-3 rounded-lg border border-line bg-panel px-4 py-1 leading-snug shadow-float empty:hidden"
      >
        {said ? <span className="flex-1">{said.message}</span> : null}
        {said?.action ? (
          <button type="button" onClick={said.action.run} className="min-h-8 shrink-0 rounded-md px-3 font-semibold text-info text-sm">
            {said.action.label}
          </button>
        ) : null}
      </p>
    </section>
  );
}
