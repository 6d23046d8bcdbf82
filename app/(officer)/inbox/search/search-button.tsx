"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Keys } from "@/app/(officer)/inbox/keyboard/keys-shown";
import { runCommand } from "@/app/(officer)/inbox/keyboard/run-command";
import { usePreferences } from "@/app/(officer)/preferences-provider";

/** The way to the search for the pointer, and a reminder of its key. */
export function SearchButton() {
  const t = useTranslations("search");
  const { bindings } = usePreferences();
  return (
    <button
      type="button"
      onClick={() => runCommand("search")}
      className="flex h-8 min-w-8 items-center gap-2 rounded-lg text-ink-3 hover:text-ink max-lg:justify-center lg:w-[200px] 2xl:w-[280px] lg:border lg:border-edge/60 lg:bg-raise lg:px-2.5 lg:hover:border-edge"
    >
      <Search size={16} aria-hidden />
      <span className="min-w-0 flex-1 truncate text-left text-[14px] max-lg:sr-only">{t("prompt")}</span>
      {bindings.search ? (
        <span aria-hidden="true" className="max-lg:hidden">
          <Keys keys={bindings.search} />
        </span>
      ) : null}
    </button>
  );
}
