import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { SECOND } from "@/lib/time/rules";
import { tabIcon } from "./tab-icon";

/** Keeps how many wait, and how many are late, in the tab's title and icon; written once a second at most. */
export function useTabCount({ waiting, late }: { waiting: number; late: number }): void {
  const t = useTranslations("attention");
  const writtenAt = useRef(0);
  useEffect(() => {
    const write = () => {
      writtenAt.current = Date.now();
      document.title = late > 0 ? t("titleLate", { waiting, late }) : waiting > 0 ? t("title", { waiting }) : t("titleEmpty");
      showIcon(tabIcon({ waiting, late }));
    };
    const timer = setTimeout(write, Math.max(0, writtenAt.current + SECOND - Date.now()));
    return () => clearTimeout(timer);
  }, [waiting, late, t]);
  useEffect(() => () => showIcon(tabIcon({ waiting: 0, late: 0 })), []);
}

function showIcon(address: string) {
  const links = document.head.querySelectorAll<HTMLLinkElement>("link[rel~=icon]");
  for (const link of links) if (link.getAttribute("href") !== address) link.setAttribute("href", address);
}
