import { Command } from "cmdk";
import { useTranslations } from "next-intl";
import { AccountInstant } from "@/app/(officer)/inbox/account-instant";
import { Marked } from "@/app/(officer)/inbox/search/marked";
import type { Said } from "@/app/(officer)/inbox/search/search-address";
import type { Findings } from "@/lib/search/find";
import { snippet } from "@/lib/search/rules";
import { FoundItem } from "./palette-items";

type Props = {
  findings: Findings;
  canInsert: boolean;
  groupClass: string;
  onOpen(threadId: string, said: Said | null): void;
  onInsert(text: string): void;
};

const residentId = (id: string) => `resident-${id}`;
const threadId = (id: string) => `thread-${id}`;
const answerId = (id: string) => `answer-${id}`;

/** The first of what was found, as it is listed. */
export function firstFound({ residents, threads, answers }: Findings): string | undefined {
  return [
    ...residents.map(({ id }) => residentId(id)),
    ...threads.map((hit) => threadId(hit.threadId)),
    ...answers.map(({ replyId }) => answerId(replyId)),
  ][0];
}

/** What the desk knows for the words typed: residents, threads, and answers that were sent. */
export function PaletteFound({ findings, canInsert, groupClass, onOpen, onInsert }: Props) {
  const t = useTranslations("palette");
  const { words, residents, threads, answers } = findings;
  return (
    <>
      {residents.length > 0 ? (
        <Command.Group heading={t("groups.residents")} className={groupClass}>
          {residents.map(({ id, accountId, threadId: inThread, remark, mark, tags, lastMessageAt }) => (
            <FoundItem
              key={id}
              id={residentId(id)}
              title={<Marked text={remark ?? mark} words={words} />}
              detail={<Marked text={[...(remark ? [mark] : []), ...tags].join(" · ")} words={words} />}
              aside={<AccountInstant accountId={accountId} at={lastMessageAt} as="date" />}
              onSelect={() => onOpen(inThread, null)}
            />
          ))}
        </Command.Group>
      ) : null}
      {threads.length > 0 ? (
        <Command.Group heading={t("groups.threads")} className={groupClass}>
          {threads.map(({ id, accountId, threadId: inThread, at, resident, snippet: said }) => (
            <FoundItem
              key={id}
              id={threadId(inThread)}
              title={resident.remark ?? resident.mark}
              detail={<Marked text={said} words={words} />}
              aside={<AccountInstant accountId={accountId} at={at} as="date" />}
              onSelect={() => onOpen(inThread, { id, at: at.getTime() })}
            />
          ))}
        </Command.Group>
      ) : null}
      {answers.length > 0 ? (
        <Command.Group heading={t(canInsert ? "groups.answers" : "groups.answersElsewhere")} className={groupClass}>
          {answers.map(({ replyId, accountId, messageId, threadId: inThread, text, officer, at }) => (
            <FoundItem
              key={replyId}
              id={answerId(replyId)}
              title={officer}
              detail={<Marked text={snippet(text, words)} words={words} />}
              aside={<AccountInstant accountId={accountId} at={at} as="date" />}
              onSelect={() => (canInsert ? onInsert(text) : onOpen(inThread, { id: messageId, at: at.getTime() }))}
            />
          ))}
        </Command.Group>
      ) : null}
    </>
  );
}
