"use client";

import { useTranslations } from "next-intl";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import type { ThreadView } from "@/lib/threads/queries";
import { useWindowState } from "./use-window-state";

/** Until when and how many more messages WeChat lets us send. */
export function WindowNote({ view }: { view: ThreadView }) {
  const t = useTranslations("thread.window");
  const { moment } = useDates();
  const { resident } = view;
  const state = useWindowState(resident);
  return (
    <span className={state === "open" ? "" : "text-late"} suppressHydrationWarning>
      {state === "open" && resident.window.closesAt
        ? t("open", { until: moment(resident.window.closesAt), remaining: resident.window.remaining })
        : t(state)}
    </span>
  );
}
