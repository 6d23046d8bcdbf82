import type { ReactNode } from "react";

/** Why a form was not taken, announced when it appears; stands above the button. */
export function FormAlert({ children }: { children: ReactNode }) {
  return (
    <div role="alert" className="has-[p]:mb-4">
      {children ? <p className="rounded-lg bg-danger-bg px-3 py-2 text-danger">{children}</p> : null}
    </div>
  );
}
