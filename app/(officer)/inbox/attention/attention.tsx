"use client";

import { lazy, Suspense } from "react";
import { usePreferences } from "@/app/(officer)/preferences-provider";
import type { Role } from "@/lib/officers/rules";
import { isCalled } from "./reasons";
import { usePermission } from "./use-permission";
import { useTabCount } from "./use-tab-count";

const Watch = lazy(() =>
  import("./watch").then(
    ({ Watch }) => ({ default: Watch }),
    // Without it nobody is called; the desk goes on.
    () => ({ default: () => null }),
  ),
);

type Props = { officer: { id: string; role: Role }; counts: { waiting: number; late: number }; openThread(id: string): void };

/** What reaches an officer who looks elsewhere: the tab's title and icon and, as far as wanted, notifications and a soft sound. */
export function Attention({ officer, counts, openThread }: Props) {
  const { preferences } = usePreferences();
  const permission = usePermission();
  useTabCount(counts);
  if (!isCalled(preferences.notify, { desktop: permission === "granted" })) return null;
  return (
    <Suspense>
      <Watch officerId={officer.id} role={officer.role} openThread={openThread} />
    </Suspense>
  );
}
