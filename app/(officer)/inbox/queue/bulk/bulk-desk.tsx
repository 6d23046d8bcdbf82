"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { AccountClock, useZone } from "@/app/(officer)/account-clocks";
import { useInbox, useNow } from "@/app/(officer)/inbox/feed/state";
import type { InboxState } from "@/app/(officer)/inbox/feed/store";
import { useColleagues } from "@/app/(officer)/inbox/feed/use-colleagues";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import { snoozeTimes } from "@/app/(officer)/inbox/queue/snooze-times";
import type { Selection } from "@/app/(officer)/inbox/queue/use-selection";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { Menu } from "@/components/ui/menu";
import { MenuGroup, MenuItem } from "@/components/ui/menu-item";
import { CLOSE_REASONS, MAX_BULK } from "@/lib/questions/rules";
import { useBulk } from "./use-bulk";
import { type ChosenQuestions, useChosenQuestions } from "./use-chosen-questions";
import { useGather } from "./use-gather";

type Props = { state: InboxState; selection: Selection; onBringBack(ids: readonly string[]): void };

const NONE: ChosenQuestions["questions"] = [];
const BUTTON = "inline-flex h-8 items-center rounded-md px-2 text-sm hover:bg-sel";

/** What is done to all chosen rows, and the way back. Loaded with the first choice. */
export function BulkDesk({ state, selection, onBringBack }: Props) {
  const chosen = useChosenQuestions(state, selection.chosen);
  const bulk = useBulk(selection, chosen.reading || chosen.unread ? NONE : chosen.questions, onBringBack);
  const gathering = useGather(selection, chosen, onBringBack);
  // The newest thing is taken back first: a reply that has not gone yet stays with its own key.
  const replyWaits = state.open?.view.messages.some(({ reply }) => reply?.officer.id === state.officerId && reply.status === "queued");
  return (
    <>
      {bulk.undo && !replyWaits ? <UndoKey onUndo={bulk.undo} /> : null}
      {gathering.undo && !replyWaits ? <UndoKey onUndo={gathering.undo} /> : null}
      {selection.chosen.length > 0 ? (
        <AccountClock accountId={onlyAccount(selection.chosen)}>
          <BulkBar selection={selection} chosen={chosen} bulk={bulk} gathering={gathering} />
        </AccountClock>
      ) : null}
    </>
  );
}

/** Whose all of them are, or null: times are those of its clock. */
function onlyAccount(rows: Selection["chosen"]): string | null {
  const [first = null, ...others] = new Set(rows.map(({ accountId }) => accountId));
  return others.length === 0 ? first : null;
}

function UndoKey({ onUndo }: { onUndo(): void }) {
  useCommand("undo", onUndo, { ahead: true });
  return null;
}

type BarProps = {
  selection: Selection;
  chosen: ChosenQuestions;
  bulk: ReturnType<typeof useBulk>;
  gathering: ReturnType<typeof useGather>;
};

function BulkBar({ selection, chosen, bulk, gathering }: BarProps) {
  const t = useTranslations("bulk");
  const { officer } = useInbox();
  const reasons = useTranslations("closeReasons");
  const colleagues = useColleagues(true);
  const { moment } = useDates();
  const now = useNow();
  const zone = useZone();
  const bar = useRef<HTMLFieldSetElement>(null);
  const openMenu = (place: number) => bar.current?.querySelectorAll<HTMLElement>("[aria-haspopup=menu]")[place]?.click();
  useCommand("claim", () => void bulk.assign(officer.id), { ahead: true });
  useCommand("assign", () => openMenu(0), { ahead: true });
  useCommand("snooze", () => openMenu(1), { ahead: true });
  useCommand("close", () => openMenu(2), { ahead: true });
  useCommand("joinGroup", () => void gathering.gather(), { ahead: true });
  useCommand("back", selection.clear, { ahead: true });
  const menu = {
    disabled: bulk.running || gathering.running || chosen.reading || chosen.unread,
    className: `${BUTTON} font-semibold text-info`,
    along: "start",
  } as const;

  return (
    <fieldset
      ref={bar}
      aria-label={t("label")}
      className="flex shrink-0 flex-wrap items-center border-t border-line bg-panel px-3 py-1.5 shadow-float"
    >
      <span role="status" className="mr-2 text-sm text-ink-2">
        <Count chosen={chosen} />
      </span>
      <div className="-mr-2 ml-auto flex flex-wrap items-center">
        <Menu {...menu} button={t("assign")}>
          <MenuItem onSelect={() => void bulk.assign(officer.id)}>{t("toMyself")}</MenuItem>
          {(colleagues ?? [])
            .filter(({ id }) => id !== officer.id)
            .map(({ id, name }) => (
              <MenuItem key={id} onSelect={() => void bulk.assign(id)}>
                {name}
              </MenuItem>
            ))}
        </Menu>
        <Menu {...menu} button={t("snooze")}>
          {snoozeTimes(now, zone).map(({ key, at }) => (
            <MenuItem key={key} onSelect={() => void bulk.snooze(at)}>
              <span className="flex-1">{t(`times.${key}`)}</span>
              <span className="text-ink-3 text-sm">{moment(at)}</span>
            </MenuItem>
          ))}
        </Menu>
        <Menu {...menu} button={t("close")}>
          <MenuGroup label={t("closeHint")}>
            {CLOSE_REASONS.map((reason) => (
              <MenuItem key={reason} onSelect={() => void bulk.close(reason)}>
                {reasons(reason)}
              </MenuItem>
            ))}
          </MenuGroup>
        </Menu>
        {selection.chosen.length > 1 ? (
          <button
            type="button"
            aria-keyshortcuts="M"
            disabled={menu.disabled}
            className={`${BUTTON} font-semibold text-info`}
            onClick={() => void gathering.gather()}
          >
            {t("gather")}
          </button>
        ) : null}
        <button type="button" className={`${BUTTON} text-ink-2`} onClick={selection.clear}>
          {t("cancel")}
        </button>
      </div>
    </fieldset>
  );
}

/** How many questions it is about: a group counts with all that its row stands for. */
function Count({ chosen: { questions, groups, reading, unread } }: { chosen: ChosenQuestions }) {
  const t = useTranslations("bulk");
  if (unread) return <span className="text-late">{t("unread")}</span>;
  if (reading) return t("reading");
  const count = questions.length;
  if (count > MAX_BULK) return t("most", { count, most: MAX_BULK });
  return groups > 0 ? t("chosenGroups", { count, groups }) : t("chosen", { count });
}
