"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { onToast } from "./toast";

const ToastCorner = lazy(() => import("./toast-corner").then(({ ToastCorner }) => ({ default: ToastCorner })));

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
