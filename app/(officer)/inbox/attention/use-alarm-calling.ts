import { useTranslations } from "next-intl";
import { usePreferences } from "@/app/(officer)/preferences-provider";
import { toast } from "@/components/ui/toast";
import type { AlarmRow } from "@/lib/alarms/queries";
import { playChime } from "./chime";
import { isLookedAt, notify } from "./use-calling";

/** Calls the officer for fresh alarms: on the page, and as far as wanted by a notification and the sound. */
export function useAlarmCalling(openThread: (id: string) => void): (fresh: AlarmRow[]) => void {
  const t = useTranslations("alarms");
  const { preferences } = usePreferences();
  return (fresh) => {
    const { desktop, sound } = preferences.notify.alarms;
    const [first] = fresh;
    if (!first) return;
    const sentence = t("fresh", { count: fresh.length, kind: t(`kinds.${first.kind}`) });
    const { threadId } = first;
    const open = () => threadId !== null && openThread(threadId);
    if (sound) void playChime(preferences.volume).catch(() => undefined);
    if (desktop && !isLookedAt()) notify(sentence, "", open);
    toast(sentence, { tone: "danger", place: "corner", about: "alarms", ...(threadId ? { action: { label: t("open"), run: open } } : {}) });
  };
}
