import type { ReactNode } from "react";
import { requireOfficer } from "@/lib/web/require-officer";

export default async function OfficerLayout({ children }: { children: ReactNode }) {
  await requireOfficer();
  return <div className="grid h-dvh min-h-0 grid-cols-1 grid-rows-1 overflow-hidden">{children}</div>;
}
