"use client";

import { Suspense } from "react";
import { lazyPart } from "@/components/ui/lazy-part";
import type { DeskDuty } from "@/lib/shifts/lists";

const DutyMenu = lazyPart(() => import("./duty-menu").then((part) => part.DutyMenu));

/** Who is on duty, with signing on and off behind it; its code comes after the screen's. */
export function DutyDoor({ duties, officerId }: { duties: readonly DeskDuty[]; officerId: string }) {
  return (
    <Suspense>
      <DutyMenu first={duties} officerId={officerId} />
    </Suspense>
  );
}
