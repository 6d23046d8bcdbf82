import type { ReactNode } from "react";
import { listAccountClocks } from "@/lib/accounts/queries";
import { requireOfficer } from "@/lib/web/require-officer";
import { AccountClocks } from "./account-clocks";
import { PreferencesProvider } from "./preferences-provider";

export default async function OfficerLayout({ children }: { children: ReactNode }) {
  const officer = await requireOfficer();
  return (
    <AccountClocks clocks={(await listAccountClocks(officer.scope)).map(({ id, timeZone }) => ({ id, timeZone }))}>
      <PreferencesProvider officerId={officer.id} stored={officer.preferences}>
        <div className="grid h-dvh min-h-0 grid-cols-1 grid-rows-1 overflow-hidden print:block print:h-auto print:overflow-visible">
          {children}
        </div>
      </PreferencesProvider>
    </AccountClocks>
  );
}
