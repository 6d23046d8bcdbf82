import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/web/locales";
import "./waiting.css";
import "./panels.css";
import "./board.css";

/** What the pages of a wall stand in: the whole screen, in the language and the look of its address. */
export async function BoardFrame({ locale, theme, children }: { locale: Locale; theme: "dark" | "light"; children: ReactNode }) {
  const messages = await getMessages({ locale });
  return (
    <div lang={locale} data-board-theme={theme} className="board">
      <NextIntlClientProvider locale={locale} messages={{ board: messages.board }}>
        {children}
      </NextIntlClientProvider>
    </div>
  );
}
