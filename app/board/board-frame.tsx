import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { DEFAULT_TIME_ZONE } from "@/lib/time/zones";
import type { Locale } from "@/lib/web/locales";
import "./waiting.css";
import "./panels.css";
import "./board.css";

type Props = { locale: Locale; theme: "dark" | "light"; timeZone?: string; children: ReactNode };

/** What the pages of a wall stand in: the whole screen, in the language and the look of its address, by the clock of its accounts. */
export async function BoardFrame({ locale, theme, timeZone = DEFAULT_TIME_ZONE, children }: Props) {
  const messages = await getMessages({ locale });
  return (
    <div lang={locale} data-board-theme={theme} className="board">
      <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={{ board: messages.board }}>
        {children}
      </NextIntlClientProvider>
    </div>
  );
}
