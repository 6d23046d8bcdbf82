"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useZone } from "@/app/(officer)/account-clocks";
import { runCommand } from "@/app/(officer)/inbox/keyboard/run-command";
import { instantOf } from "@/app/(officer)/local-moment";
import type { ReplyDesk } from "./use-reply";

/** Offers the sentence that unit and time make, while the text is empty. */
export function PromiseStarter({ desk }: { desk: ReplyDesk }) {
  const t = useTranslations("composer");
  const format = useFormatter();
  const zone = useZone();
  const { draft, change, sending } = desk;
  const at = instantOf(draft.promisedAt, zone);
  const unit = draft.unit.trim();
  if (sending || draft.text.trim() !== "" || unit === "" || !at) return null;
  // The resident may read it on another day: no 今天 or 明天.
  const time = format.dateTime(at, { month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const sentence = t("starter", { unit, time });
  return (
    <button
      type="button"
      onClick={() => {
        change({ text: sentence });
        runCommand("reply");
      }}
      className="min-h-8 rounded-md px-2 text-left text-info hover:bg-sel"
    >
      {t("fillIn", { sentence })}
    </button>
  );
}
