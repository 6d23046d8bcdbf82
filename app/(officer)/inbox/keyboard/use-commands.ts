import { addressNow } from "@/app/(officer)/inbox/feed/address";
import { chosenPane } from "@/app/(officer)/inbox/feed/use-chosen-thread";
import { QUEUE_VIEWS, type QueueView } from "@/lib/questions/rules";
import type { Command } from "./commands";
import { leaveCommand, runCommand } from "./run-command";
import { useCommand } from "./use-command";
import { useShortcuts } from "./use-shortcuts";

/** What belongs to the open thread or group waits for its pane while it is still being read. */
const OF_PANE = new Set<Command>(["reply", "quickReply", "standingAnswer", "note", "claim", "assign", "snooze", "wake", "close"]);
const OF_GROUP = new Set<Command>(["reply", "openGroup", "answerGroup"]);

type Commands = {
  /** The thread that stands in its pane; the chosen one may still be on its way. */
  openId: string | null;
  openThread(id: string | null): void;
  showView(view: QueueView): void;
  showArrived(): void;
};

/** What commands do on this screen; the panes and lists hear the others themselves, by useCommand. */
export function useCommands({ openId, openThread, showView, showArrived }: Commands): void {
  useCommand("open", () => (chosenPane() ? give(addressNow().groupId ? "openGroup" : "reply") : runCommand("next")));
  useCommand("back", () => openThread(null));
  useCommand("showArrived", showArrived);
  useViewCommands(showView);

  const give = (command: Command) => {
    const { groupId, threadId } = addressNow();
    if (groupId && OF_GROUP.has(command) && !document.querySelector("[data-group]")) leaveCommand(command, groupId);
    else if (OF_PANE.has(command) && threadId && threadId !== openId) leaveCommand(command, threadId);
    // A pane that is drawn but does not listen yet is told when it does.
    else if (!runCommand(command) && OF_PANE.has(command) && threadId) leaveCommand(command, threadId);
  };
  useShortcuts(give);
}

function useViewCommands(showView: (view: QueueView) => void) {
  const show = (place: number) => () => {
    const view = QUEUE_VIEWS[place - 1];
    if (view) showView(view);
  };
  useCommand("view1", show(1));
  useCommand("view2", show(2));
  useCommand("view3", show(3));
  useCommand("view4", show(4));
  useCommand("view5", show(5));
  useCommand("view6", show(6));
  useCommand("view7", show(7));
  useCommand("view8", show(8));
  useCommand("view9", show(9));
}
