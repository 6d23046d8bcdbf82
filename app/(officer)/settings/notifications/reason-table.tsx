"use client";

import { useTranslations } from "next-intl";
import { REASONS, type Reason } from "@/app/(officer)/inbox/attention/reasons";
import { usePreferences } from "@/app/(officer)/preferences-provider";

const WAYS = ["desktop", "sound"] as const;
type Way = (typeof WAYS)[number];

/** Each reason for calling with its ways, to tick. */
export function ReasonTable() {
  const t = useTranslations("notificationSettings");
  const { preferences, save } = usePreferences();
  const { notify } = preferences;
  const tick = (reason: Reason, way: Way, chosen: boolean) =>
    void save({ notify: { ...notify, [reason]: { ...notify[reason], [way]: chosen } } });

  return (
    <table className="w-full">
      <thead>
        <tr className="border-line-2 border-b text-left text-ink-3 text-sm">
          <th scope="col" className="py-1 pr-3 font-normal">
            {t("reason")}
          </th>
          {WAYS.map((way) => (
            <th key={way} scope="col" className="w-20 px-1 py-1 text-center font-normal">
              {t(`ways.${way}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line-2">
        {REASONS.toReversed().map((reason) => (
          <tr key={reason}>
            <th scope="row" className="py-2 pr-3 text-left font-normal">
              {t(`names.${reason}`)}
              <span className="block text-ink-3 text-sm">{t(`hints.${reason}`)}</span>
            </th>
            {WAYS.map((way) => (
              <td key={way} className="px-1 text-center">
                <label className="inline-grid size-8 cursor-pointer place-items-center rounded-md hover:bg-line-2">
                  <input
                    type="checkbox"
                    aria-label={t("tick", { reason: t(`names.${reason}`), way: t(`ways.${way}`) })}
                    checked={notify[reason][way]}
                    onChange={(event) => tick(reason, way, event.target.checked)}
                    className="size-4 accent-action"
                  />
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
