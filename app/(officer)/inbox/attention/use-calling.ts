import { useFormatter, useTranslations } from "next-intl";
import { usePreferences } from "@/app/(officer)/preferences-provider";
import { isUrgent } from "@/lib/questions/sorting";
import { type Call, dueOf } from "./attention-rules";
import { playChime } from "./chime";

/** Calls the officer: one notification for all that came up, and one sound. A notification holds no word of a resident: it may stand on a locked screen. */
export function useCalling(openThread: (id: string) => void): (calls: Call[]) => void {
  const t = useTranslations("attention");
  const format = useFormatter();
  const { volume } = usePreferences().preferences;

  const sentence = ({ reason, questions }: Call) =>
    t(reason === "newWhileIdle" && questions.some(isUrgent) ? "calls.newUrgent" : `calls.${reason}`, { count: questions.length });
  const clock = (calls: Call[]) => {
    const [first] = calls.flatMap(({ questions }) => questions).sort((one, other) => dueOf(one) - dueOf(other));
    if (!first || !Number.isFinite(dueOf(first))) return "";
    const { timeZone } = first;
    return t("earliest", { at: format.dateTime(dueOf(first), { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }) });
  };

  return (calls) => {
    const shown = calls.filter(({ desktop }) => desktop);
    const [first, ...others] = shown;
    if (calls.some(({ sound }) => sound)) void playChime(volume).catch(() => undefined);
    if (!first || isLookedAt()) return;
    const body = [...others.map(sentence), clock(shown)].filter((line) => line !== "").join("\n");
    notify(sentence(first), body, () => first.questions[0] && openThread(first.questions[0].threadId));
  };
}

/** Who looks at the desk sees it there. */
export function isLookedAt(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}

/** Shows a notification of the system, where the browser lets it; whoever clicks it comes to what `open` opens. */
export function notify(title: string, body: string, open: () => void) {
  try {
    // `renotify` is not in the DOM's types yet.
    const options = { body, tag: "jida-attention", renotify: true, silent: true, icon: "/icon.svg" };
    const notification = new Notification(title, options);
    notification.onclick = () => {
      window.focus();
      notification.close();
      open();
    };
  } catch {
    // Phones know the constructor and refuse it; they have the sound and the title.
  }
}
