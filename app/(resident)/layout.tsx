import type { ReactNode } from "react";

/** Pages for residents, on their own telephones: one column, large letters, nothing but what is asked. */
export default function ResidentLayout({ children }: { children: ReactNode }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto grid min-h-dvh w-full max-w-[30rem] content-start gap-6 px-5 py-8 text-[18px] leading-relaxed outline-none"
    >
      {children}
    </main>
  );
}
