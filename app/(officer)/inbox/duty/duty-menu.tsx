"use client";

import { CalendarDays, ChevronDown, LogIn, LogOut, NotebookPen, ScrollText } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Suspense, useState } from "react";
import { useRefusalSentence } from "@/app/(officer)/inbox/use-refusal-sentence";
import { useHours } from "@/app/(officer)/roster/use-hours";
import { lazyPart } from "@/components/ui/lazy-part";
import { Menu } from "@/components/ui/menu";
import { MenuGroup, MenuItem } from "@/components/ui/menu-item";
import { toast } from "@/components/ui/toast";
import type { DeskDuty } from "@/lib/shifts/lists";
import { timeOf } from "@/lib/time/zones";
import type { ActionResult } from "@/lib/web/officer-action";
import { signOffAction, signOnAction } from "./actions";
import { loadOpenNow } from "./load-open-now";
import { useDuty } from "./use-duty";

const HandoverForm = lazyPart(() => import("./handover-form").then((part) => part.HandoverForm));
const HandoverReader = lazyPart(() => import("./handover-reader").then((part) => part.HandoverReader));

type Asked = { kind: "write"; leaving: boolean; duty: DeskDuty } | { kind: "read"; duty: DeskDuty } | null;

/** 值班：顾（至16:30）, and what one does about one's own duty: sign on, write and read what is handed over, sign off. */
export function DutyMenu({ first, officerId }: { first: readonly DeskDuty[]; officerId: string }) {
  const t = useTranslations("duty");
  const common = useTranslations("common");
  const sentence = useRefusalSentence();
  const router = useRouter();
  const { duties, reload } = useDuty(first);
  const [asked, setAsked] = useState<Asked>(null);
  const { words, brief, least } = useDutyWords(duties);
  const nobody = duties.some(({ onDuty }) => onDuty.length === 0);
  const unread = duties.some(({ handover, signedOnAt }) => handover && signedOnAt);

  async function act(run: () => Promise<ActionResult<unknown>>, done: string) {
    const result = await run().catch(() => null);
    if (!result) toast(common("unreachable"), { tone: "danger" });
    else if (!result.ok) toast(sentence(result), { tone: "danger" });
    else toast(done);
    const read = await reload();
    return result?.ok ? read : null;
  }
  async function signOn({ accountId, shift }: DeskDuty) {
    const read = await act(() => signOnAction({ accountId, byChoice: shift === null }), t("signedOn"));
    const duty = read?.find((other) => other.accountId === accountId);
    if (duty?.handover) setAsked({ kind: "read", duty });
  }
  async function signOff(duty: DeskDuty) {
    const open = await loadOpenNow(duty.accountId).catch(() => null);
    if (open?.open === 0) await act(() => signOffAction({ accountId: duty.accountId }), t("signedOff"));
    else setAsked({ kind: "write", leaving: true, duty });
  }
  function close() {
    setAsked(null);
    void reload();
  }
  return (
    <>
      <Menu
        along="end"
        className={`inline-flex h-8 shrink-0 items-center gap-1 rounded-md px-2 hover:bg-line-2 max-md:min-w-0 max-md:shrink max-[359px]:px-1 ${nobody ? "font-semibold text-late" : "text-ink-2"}`}
        button={
          <>
            <span className="truncate max-[1399px]:hidden">{words}</span>
            <span className="sr-only min-[1400px]:hidden">{t("onDuty")}</span>
            <span className="max-w-[9em] truncate tabular-nums max-md:hidden min-[1400px]:hidden">{brief}</span>
            <span className="truncate md:hidden">{least}</span>
            {unread ? (
              <span className="size-2 shrink-0 rounded-full bg-soon-mark">
                <span className="sr-only">{t("unread")}</span>
              </span>
            ) : null}
            <ChevronDown size={16} aria-hidden className="shrink-0" />
          </>
        }
      >
        {duties.map((duty) => (
          <MenuGroup key={duty.accountId} label={duty.name}>
            <Present duty={duty} officerId={officerId} />
            {duty.signedOnAt ? null : (
              <MenuItem onSelect={() => void signOn(duty)}>
                <LogIn size={16} aria-hidden />
                <SignOnWords duty={duty} />
              </MenuItem>
            )}
            {duty.handover ? (
              <MenuItem onSelect={() => setAsked({ kind: "read", duty })}>
                <ScrollText size={16} aria-hidden />
                {t("read", { name: duty.handover.officer.name })}
              </MenuItem>
            ) : null}
            {duty.signedOnAt ? (
              <>
                <MenuItem onSelect={() => setAsked({ kind: "write", leaving: false, duty })}>
                  <NotebookPen size={16} aria-hidden />
                  {t("write")}
                </MenuItem>
                <MenuItem onSelect={() => void signOff(duty)}>
                  <LogOut size={16} aria-hidden />
                  {t("signOff")}
                </MenuItem>
              </>
            ) : null}
          </MenuGroup>
        ))}
        <div className="border-line-2 border-t pt-1">
          <MenuItem onSelect={() => router.push("/roster")}>
            <CalendarDays size={16} aria-hidden />
            {t("roster")}
          </MenuItem>
        </div>
      </Menu>
      <Suspense>
        {asked?.kind === "write" ? <HandoverForm duty={asked.duty} leaving={asked.leaving} onClose={close} /> : null}
        {asked?.kind === "read" && asked.duty.handover ? (
          <HandoverReader note={asked.duty.handover} timeZone={asked.duty.timeZone} onClose={close} />
        ) : null}
      </Suspense>
    </>
  );
}

/** Who is there, or how many are, or that nobody is: in words, and briefly where there is little room. */
/** Who is on duty, in words for a wide, a narrow and a phone's screen. */
function useDutyWords(duties: readonly DeskDuty[]): { words: string; brief: string; least: string } {
  const t = useTranslations("duty");
  const empty = duties.find(({ onDuty }) => onDuty.length === 0);
  const people = new Map(duties.flatMap(({ onDuty, timeZone }) => onDuty.map((person) => [person.officerId, { ...person, timeZone }])));
  const [one] = people.values();
  if (!one || (empty && duties.length === 1)) return { words: t("nobody"), brief: t("nobody"), least: t("nobody") };
  if (empty) return { words: t("nobodyAt", { account: empty.name }), brief: t("nobody"), least: t("nobody") };
  const { name, endsAt, timeZone } = one;
  const count = people.size;
  const several = t("briefSeveral", { name, others: count - 1 });
  if (count > 1) return { words: t("several", { name, count }), brief: several, least: several };
  const least = t("briefByChoice", { name });
  if (!endsAt) return { words: t("oneByChoice", { name }), brief: least, least };
  const until = timeOf(endsAt, timeZone);
  return { words: t("one", { name, until }), brief: t("brief", { name, until }), least };
}

function Present({ duty, officerId }: { duty: DeskDuty; officerId: string }) {
  const t = useTranslations("duty");
  return (
    <p className="max-w-[22rem] px-2.5 pb-1 text-sm">
      {duty.onDuty.length === 0 ? <span className="text-late">{t("nobody")}</span> : null}
      {duty.onDuty.map((person) => (
        <span key={person.officerId} className="mr-3 inline-block">
          <span className={person.officerId === officerId ? "font-semibold text-info" : ""}>{person.name}</span>{" "}
          <span className="text-ink-3 tabular-nums">
            {person.endsAt ? t("until", { until: timeOf(person.endsAt, duty.timeZone) }) : t("byChoice")}
          </span>
        </span>
      ))}
    </p>
  );
}

function SignOnWords({ duty }: { duty: DeskDuty }) {
  const t = useTranslations("duty");
  const hours = useHours(duty.timeZone);
  return duty.shift ? t("signOnFor", { hours: hours(duty.shift) }) : t("signOnByChoice");
}
