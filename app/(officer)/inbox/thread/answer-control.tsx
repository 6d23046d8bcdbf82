"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Suspense, useRef, useState } from "react";
import { assignAction, claimAction, releaseAction } from "@/app/(officer)/inbox/actions";
import { usePresentOfficers } from "@/app/(officer)/inbox/feed/presence";
import { useColleagues } from "@/app/(officer)/inbox/feed/use-colleagues";
import { useCommand } from "@/app/(officer)/inbox/keyboard/use-command";
import type { Run } from "@/app/(officer)/inbox/use-run";
import { Button, buttonClass } from "@/components/ui/button";
import { lazyPart } from "@/components/ui/lazy-part";
import { Menu } from "@/components/ui/menu";
import { MenuGroup, MenuItem } from "@/components/ui/menu-item";
import { toast } from "@/components/ui/toast";
import type { QuestionRow } from "@/lib/questions/queries";

type Props = { question: QuestionRow; officerId: string; running: boolean; run: Run };

const HandOverDialog = lazyPart(() => import("./hand-over-dialog").then(({ HandOverDialog }) => HandOverDialog));

/** Who answers: oneself, a colleague, nobody; on top of what was seen, so that a claim of a moment before is never lifted by a click. */
export function AnswerControl({ question, officerId, running, run }: Props) {
  const t = useTranslations("actions");
  const together = useTranslations("together.assign");
  const around = useRef<HTMLDivElement>(null);
  const [handing, setHanding] = useState(false);
  const colleagues = useColleagues(true);
  const present = usePresentOfficers();
  const { id: questionId, assignedTo } = question;
  const isMine = assignedTo?.id === officerId;
  const others = (colleagues ?? []).filter(({ id }) => id !== officerId && id !== assignedTo?.id);
  const seenAssigneeId = assignedTo?.id ?? null;

  const claim = () => run(() => claimAction({ questionId }));
  const takeOver = () => run(() => assignAction({ questionId, toId: officerId, seenAssigneeId }));
  const release = () => run(() => releaseAction({ questionId, ...(assignedTo && { assignedToId: assignedTo.id }) }));
  async function assign({ id, name }: { id: string; name: string }) {
    if (await run(() => assignAction({ questionId, toId: id, seenAssigneeId }))) toast(together("assigned", { name }));
  }
  useCommand("claim", () => {
    if (!running && !assignedTo) void claim();
  });
  useCommand("assign", () => around.current?.querySelector<HTMLElement>("[aria-haspopup=menu]")?.click());

  return (
    <div ref={around} className="flex">
      {assignedTo && !isMine ? null : (
        <Button size="small" busy={running} onClick={isMine ? release : claim} className="rounded-r-none">
          {isMine ? t("release") : t("claim")}
        </Button>
      )}
      <Menu
        label={together("menu")}
        className={`${buttonClass("quiet", "small")} ${assignedTo && !isMine ? "" : "-ml-px rounded-l-none px-1.5"}`}
        button={
          <>
            {assignedTo && !isMine ? t("takeOverMenu") : null}
            <ChevronDown size={16} aria-hidden />
          </>
        }
      >
        {assignedTo && !isMine ? <MenuItem onSelect={() => void takeOver()}>{t("takeOver", { name: assignedTo.name })}</MenuItem> : null}
        <MenuGroup label={together("to")}>
          {others.map((person) => (
            <MenuItem key={person.id} onSelect={() => void assign(person)}>
              <span className="flex-1">{person.name}</span>
              {present.has(person.id) ? <span className="text-ok text-xs">{together("present")}</span> : null}
            </MenuItem>
          ))}
          {colleagues === null ? <p className="px-2.5 py-1 text-ink-3 text-sm">{together("loading")}</p> : null}
        </MenuGroup>
        {isMine ? <MenuItem onSelect={() => setHanding(true)}>{together("handOver")}</MenuItem> : null}
      </Menu>
      {handing ? (
        <Suspense>
          <HandOverDialog question={question} colleagues={others} onClose={() => setHanding(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
