import type { ReactNode } from "react";
import { DeskNavigation } from "@/app/(officer)/desk-navigation";
import { OfficerMenu } from "@/app/(officer)/officer-menu";
import { listAccountClocks } from "@/lib/accounts/queries";
import { requireOfficer } from "@/lib/web/require-officer";
import { Sections } from "./sections";

/** 常备答复: what the accounts answer by themselves, under the ways between its pages. */
export default async function StandingAnswersLayout({ children }: { children: ReactNode }) {
  const officer = await requireOfficer("inbox.read");
  const accounts = await listAccountClocks(officer.scope);
  return (
    <div className="grid min-h-0 grid-rows-[auto_minmax(0,1fr)]">
      <header className="flex h-12 items-center gap-3 border-line border-b bg-panel px-4 max-md:px-3">
        <DeskNavigation accounts={accounts.map(({ name }) => name)} />
        <span className="flex-1" />
        <OfficerMenu name={officer.name} role={officer.role} />
      </header>
      <main id="main" tabIndex={-1} className="overflow-y-auto outline-none max-lg:scroll-pb-36">
        <div className="mx-auto flex w-full max-w-[84rem] flex-col gap-4 px-4 py-5">
          <Sections accounts={accounts} />
          {children}
        </div>
      </main>
    </div>
  );
}
