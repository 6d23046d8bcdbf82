import { useEffect, useState } from "react";
import { groupOf } from "@/app/(officer)/inbox/feed/groups";
import type { InboxState } from "@/app/(officer)/inbox/feed/store";
import { serverNow } from "@/app/(officer)/inbox/feed/ticker";
import { loadGroup } from "@/app/(officer)/inbox/group/loaders";
import type { QuestionRow } from "@/lib/questions/queries";
import { questionsUnder } from "./chosen-questions";

/** What was read of the group under a row; "unread" when the desk could not be reached. */
type Under = QuestionRow[] | "unread";

/** The questions that the chosen rows stand for: of a group all that stood under its row when it was chosen. */
export function useChosenQuestions({ query, officerId, groups }: InboxState, chosen: readonly QuestionRow[]) {
  const [known, setKnown] = useState<ReadonlyMap<string, Under>>(new Map());
  const asGroups = chosen.flatMap((row) => {
    const group = groupOf(row, query, groups);
    return group ? [{ row, clusterId: group.id, people: group.people }] : [];
  });
  const wanted = asGroups.map(({ row }) => row.id).join(" ");

  useEffect(() => {
    let isWanted = true;
    const ids = new Set(wanted === "" ? [] : wanted.split(" "));
    setKnown((before) => new Map([...before].filter(([id]) => ids.has(id))));
    for (const { row, clusterId } of asGroups) {
      if (Array.isArray(known.get(row.id))) continue;
      const keep = (under: Under) => isWanted && setKnown((before) => new Map([...before, [row.id, under]]));
      loadGroup(clusterId).then(
        ({ cluster }) => keep(questionsUnder(row, cluster?.members ?? [], { query, officerId }, serverNow())),
        () => keep("unread"),
      );
    }
    return () => {
      isWanted = false;
    };
    // What was read stays as it was chosen, though the feed tells more of it.
  }, [wanted]);

  const under = (row: QuestionRow): Under | undefined => (asGroups.some((each) => each.row.id === row.id) ? known.get(row.id) : [row]);
  const parts = chosen.map((row) => ({ rowId: row.id, under: under(row) }));
  return {
    questions: parts.flatMap(({ rowId, under: all }) =>
      Array.isArray(all) ? all.map(({ id, threadVersion }) => ({ id, threadVersion, rowId })) : [],
    ),
    groups: asGroups.length,
    /** The group of most people among them, or null. */
    largest: asGroups.toSorted((one, other) => other.people - one.people)[0]?.clusterId ?? null,
    reading: parts.some(({ under: all }) => all === undefined),
    unread: parts.some(({ under: all }) => all === "unread"),
  };
}

export type ChosenQuestions = ReturnType<typeof useChosenQuestions>;
