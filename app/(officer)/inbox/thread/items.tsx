import type { QuestionRow } from "@/lib/questions/queries";
import { type ReplyHandling, ThreadItemView } from "./thread-item";
import type { ThreadItem } from "./thread-items";

type Props = ReplyHandling & {
  items: readonly ThreadItem[];
  /** The item that something has led to: it is framed. */
  saidKey: string | null;
  questions: readonly QuestionRow[];
  threadId: string;
};

/** What the thread shows, one below the other. */
export function Items({ items, saidKey, ...rest }: Props) {
  return items.map((item) =>
    item.key === saidKey ? (
      <div key={item.key} data-said className="contents *:rounded-xl *:outline-2 *:outline-sel-bar *:outline-offset-4">
        <ThreadItemView item={item} {...rest} />
      </div>
    ) : (
      <ThreadItemView key={item.key} item={item} {...rest} />
    ),
  );
}
