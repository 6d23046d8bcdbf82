"use client";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import lastResort from "@/locales/last-resort.json";
import "./globals.css";

/** When even the layout failed there is nobody to ask for the language: both speak. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="zh-CN" data-theme="auto">
      <body>
        <title>{lastResort["zh-CN"].title}</title>
        <main className="grid min-h-dvh place-content-center" role="alert">
          {Object.entries(lastResort).map(([locale, words]) => (
            <div key={locale} lang={locale}>
              <EmptyState
                title={words.title}
                action={
                  <Button tone="primary" onClick={retry}>
                    {words.retry}
                  </Button>
                }
              >
                {words.body}
              </EmptyState>
            </div>
          ))}
        </main>
      </body>
    </html>
  );
}
