import { QUESTION_KINDS } from "@/lib/sla/rules";
import { QUESTION_STATUSES, QUEUE_SORTS, QUEUE_VIEWS, type QueueQuery, type QueueSort, type QueueView, WINDOW_FILTERS } from "./rules";

/** Accounts by id and slug: an address names them by slug, where one knows it. */
type Accounts = readonly { id: string; slug: string }[];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The query that an address says: `view, account, kind, assignee, window, state, sort`. What makes no sense is left out.
 * @param accounts those that `account` may name by slug; an id is taken without them, because the scope decides anyway
 */
export function readQueueQuery(params: Record<string, string | string[] | undefined>, accounts: Accounts = []): QueueQuery {
  const of = <T extends string>(known: readonly T[], name: string) => known.find((value) => value === params[name]);
  const view = of(QUEUE_VIEWS, "view") ?? "waiting";
  const account = accounts.find(({ slug }) => slug === params.account)?.id ?? uuidOf(params.account);
  const kind = of(QUESTION_KINDS, "kind");
  const assignee = of(["me", "none"], "assignee") ?? uuidOf(params.assignee);
  const window = of(WINDOW_FILTERS, "window");
  const state = of(QUESTION_STATUSES, "state");
  const filter = {
    ...(account && { accountId: account }),
    ...(kind && { kind }),
    ...(assignee && { assignee }),
    ...(window && { window }),
    ...(state && { state }),
  };
  const sort = of(sortsOf(view), "sort") ?? defaultSort(view);
  return { view, filter, sort };
}

/** The address of a query, without `?`, defaults left out: readQueueQuery() reads the same query back. */
export function queueSearch({ view, filter, sort }: QueueQuery, accounts: Accounts = []): string {
  const account = accounts.find(({ id }) => id === filter.accountId)?.slug ?? filter.accountId;
  const entries = {
    view: view === "waiting" ? undefined : view,
    account,
    kind: filter.kind,
    assignee: filter.assignee,
    window: filter.window,
    state: filter.state,
    sort: sort === defaultSort(view) ? undefined : sort,
  };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(entries)) if (value !== undefined) search.set(name, value);
  return search.toString();
}

/** The orders that a view can be put in: what has ended is sorted by time alone. */
export function sortsOf(view: QueueView): readonly QueueSort[] {
  return view === "done" || view === "all" ? ["newest", "oldest"] : QUEUE_SORTS;
}

/** The order of a view unless the officer asks for another one. */
export function defaultSort(view: QueueView): QueueSort {
  return view === "done" || view === "all" ? "newest" : "urgency";
}

function uuidOf(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && UUID.test(value) ? value : undefined;
}
