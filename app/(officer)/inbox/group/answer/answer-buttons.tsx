"use client";

import { useTranslations } from "next-intl";
import { serverNow } from "@/app/(officer)/inbox/feed/ticker";
import { approveAction, letGoOnAction, pauseAction, resumeAction, stopAction, withdrawAction } from "@/app/(officer)/inbox/group/actions";
import type { useGroupRun } from "@/app/(officer)/inbox/group/use-group-run";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { MenuGroup, MenuItem } from "@/components/ui/menu-item";
import { toast } from "@/components/ui/toast";
import type { GroupAnswerSummary } from "@/lib/clusters/progress";
import { after, HOUR } from "@/lib/time/rules";

type Props = ReturnType<typeof useGroupRun> & {
  answer: GroupAnswerSummary;
  isMine: boolean;
  standing: boolean;
  onCorrect: ((answer: GroupAnswerSummary) => void) | undefined;
};

const HOURS = [6, 24, 72] as const;

/** What can be done about an answer now. */
export function AnswerButtons({ answer, isMine, standing, running, run, onCorrect }: Props) {
  const t = useTranslations("group.sent");
  const writing = useTranslations("group.answer");
  const { moment } = useDates();
  const { id: groupAnswerId, state, counts } = answer;
  const on = { groupAnswerId };
  const isForAnother = state === "awaitsApproval" && !isMine;
  const alive = state === "awaitsApproval" || state === "paused" || state === "sending";
  const mayGoOn = answer.kind === "answer" && !standing && !answer.correctedById && state !== "withdrawn" && state !== "awaitsApproval";
  async function letGoOn(hours: number) {
    const going = await run(() => letGoOnAction({ groupAnswerId, until: after(serverNow(), hours * HOUR) }));
    if (going) toast(t("goesOn", { at: moment(going.value.until) }), { about: "group" });
  }
  async function withdraw() {
    const back = await run(() => withdrawAction(on));
    if (!back) return;
    const said = isForAnother ? t("sentBack", { name: answer.officer.name }) : writing("takenBack", { gone: back.value.gone });
    toast(said, { about: "group" });
  }
  async function stop() {
    if (await run(() => stopAction(on))) toast(t("stopped"), { about: "group" });
  }
  return (
    <>
      {isForAnother ? (
        <Button size="small" tone="primary" busy={running} onClick={() => void run(() => approveAction(on))}>
          {t("approve")}
        </Button>
      ) : null}
      {state === "awaitsApproval" && isMine ? <span className="text-soon">{t("awaitsColleague")}</span> : null}
      {state === "sending" && counts.waiting > 0 ? (
        <Button size="small" busy={running} onClick={() => void run(() => pauseAction(on))}>
          {t("pause")}
        </Button>
      ) : null}
      {state === "paused" ? (
        <Button size="small" busy={running} onClick={() => void run(() => resumeAction(on))}>
          {t("resume")}
        </Button>
      ) : null}
      {alive && counts.waiting + counts.queued > 0 ? (
        <Button size="small" busy={running} onClick={() => void withdraw()}>
          {t(isForAnother ? "sendBack" : "withdraw")}
        </Button>
      ) : null}
      {onCorrect && counts.sent + counts.sending > 0 && !answer.correctedById ? (
        <Button size="small" onClick={() => onCorrect(answer)}>
          {t("correct")}
        </Button>
      ) : null}
      {mayGoOn ? (
        <Menu button={t("goOn")} label={t("goOn")} disabled={running}>
          <MenuGroup label={t("goOnHint")}>
            {HOURS.map((hours) => (
              <MenuItem key={hours} onSelect={() => void letGoOn(hours)}>
                {t("goOnHours", { hours })}
              </MenuItem>
            ))}
          </MenuGroup>
        </Menu>
      ) : null}
      {standing ? (
        <Button size="small" tone="danger" busy={running} onClick={() => void stop()}>
          {t("stop")}
        </Button>
      ) : null}
    </>
  );
}
