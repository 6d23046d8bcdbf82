import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { addressNow } from "@/app/(officer)/inbox/feed/address";
import type { OpenThread } from "@/app/(officer)/inbox/feed/state";
import { type Command, commandList } from "@/app/(officer)/inbox/keyboard/commands";
import { runCommand } from "@/app/(officer)/inbox/keyboard/run-command";
import type { SavedView } from "@/app/(officer)/inbox/queue/saved-view";
import { usePreferences } from "@/app/(officer)/preferences-provider";
import { defaultSort, sortsOf } from "@/lib/questions/address";
import { type QueueFilter, type QueueQuery, WINDOW_FILTERS } from "@/lib/questions/rules";
import { QUESTION_KINDS } from "@/lib/sla/rules";
import type { PaletteCommand } from "./palette-command";

type Action = PaletteCommand & { run(): void };
type Given = {
  query: QueueQuery;
  accounts: readonly { id: string; name: string }[];
  savedViews: readonly SavedView[];
  open: OpenThread | null;
  onQuery(query: QueueQuery): void;
};

/** They mean the open thread, and some of them the rows that are chosen. */
const OF_THREAD: readonly Command[] = [
  "reply",
  "quickReply",
  "standingAnswer",
  "note",
  "claim",
  "wake",
  "setTopic",
  "openGroup",
  "answerGroup",
  "adoptAnswer",
  "oneOnOne",
];
/** Those of them that mean an open group, too. */
const OF_GROUP: readonly Command[] = ["reply", "quickReply", "standingAnswer", "openGroup", "answerGroup", "oneOnOne"];
const OF_THREAD_OR_CHOSEN: readonly Command[] = ["assign", "snooze", "close", "joinGroup"];
const PAGES = {
  clusters: "/clusters",
  standingAnswers: "/standing-answers",
  keyboard: "/settings/keyboard",
  notifications: "/settings/notifications",
  appearance: "/settings/appearance",
  password: "/password",
  quickReplies: "/settings/quick-replies",
  dangerWords: "/settings/danger-words",
} as const;

/** Everything that can be done on this screen now: commands with their keys, the officer's views, filters and orders, pages of the settings. */
export function useActions(given: Given): { list: readonly PaletteCommand[]; run(id: string): void } {
  const list = [...useCommandActions(given), ...useViewActions(given), ...useFilterActions(given), ...usePageActions()];
  return { list, run: (id) => list.find((action) => action.id === id)?.run() };
}

function useCommandActions({ open }: Given): Action[] {
  const t = useTranslations("commands");
  const { bindings } = usePreferences();
  const [isChoosing] = useState(() => document.querySelector("[data-selecting]") !== null);
  const isInGroup = addressNow().groupId !== null;
  const means = (id: Command) =>
    open !== null || (isInGroup && OF_GROUP.includes(id)) || !(OF_THREAD.includes(id) || (OF_THREAD_OR_CHOSEN.includes(id) && !isChoosing));
  return commandList(t, bindings)
    .filter(({ id, inGroup }) => (inGroup ? isInGroup : means(id)))
    .map(({ id, label, keys }) => ({ id, label, keys, name: label, run: () => runCommand(id) }));
}

function useViewActions({ savedViews, onQuery }: Given): Action[] {
  const t = useTranslations("palette");
  return savedViews.map(({ id, name, query }) => ({
    id: `view-${id}`,
    label: t("view", { name }),
    name,
    keys: "",
    run: () => onQuery(query),
  }));
}

function useFilterActions({ query, accounts, onQuery }: Given): Action[] {
  const t = useTranslations("palette");
  const filters = useTranslations("filter");
  const kinds = useTranslations("questionKinds");
  const { view, filter, sort } = query;
  const by = (part: QueueFilter, name: string) => {
    const run = () => onQuery({ ...query, filter: { ...filter, ...part } });
    return { id: `filter-${Object.entries(part).join("-")}`, label: t("filter", { name }), name, keys: "", run };
  };
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const clear = { id: "filter-none", label: t("unfilter"), name: t("unfilter"), keys: "" };
  return [
    ...(isFiltered ? [{ ...clear, run: () => onQuery({ view, filter: {}, sort: defaultSort(view) }) }] : []),
    ...QUESTION_KINDS.map((kind) => by({ kind }, kinds(kind))),
    ...(["me", "none"] as const).map((assignee) => by({ assignee }, filters(`assignees.${assignee}`))),
    ...WINDOW_FILTERS.map((window) => by({ window }, filters(`windows.${window}`))),
    ...(accounts.length > 1 ? accounts.map(({ id, name }) => by({ accountId: id }, name)) : []),
    ...sortsOf(view)
      .filter((other) => other !== sort)
      .map((other) => {
        const name = filters(`sorts.${other}`);
        return { id: `sort-${other}`, label: t("sort", { name }), name, keys: "", run: () => onQuery({ ...query, sort: other }) };
      }),
  ];
}

function usePageActions(): Action[] {
  const router = useRouter();
  const t = useTranslations("palette");
  const pages = useTranslations("settings.pages");
  return Object.entries(PAGES).map(([page, href]) => {
    const name = pages(page as keyof typeof PAGES);
    return { id: `page-${page}`, label: t("page", { name }), name, keys: "", run: () => router.push(href) };
  });
}
