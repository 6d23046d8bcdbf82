"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import type { GroupPlan, NotReached, PlannedMember } from "@/lib/clusters/plan";
import type { ClusterView } from "@/lib/clusters/queries";
import { CorrectionRecipients } from "./correction-recipients";
import type { GroupAnswerDesk } from "./use-group-answer";

type Props = { cluster: ClusterView; desk: GroupAnswerDesk; plan: GroupPlan | "correction" };

/** Before it goes: exactly who gets it by which way, who does not and why, how it reads, and what colleagues say differently. */
export function Recipients({ cluster, desk, plan }: Props) {
  if (plan !== "correction") return <Plan cluster={cluster} desk={desk} plan={plan} />;
  const { corrects } = desk.words.seen;
  return corrects ? <CorrectionRecipients answerId={corrects.id} count={corrects.reached} /> : null;
}

function Plan({ cluster, desk: { others, words }, plan }: { cluster: ClusterView; desk: GroupAnswerDesk; plan: GroupPlan }) {
  const t = useTranslations("group.answer");
  const whys = useTranslations("group.why");
  const { moment } = useDates();
  const reached = plan.members.filter(({ state }) => state === "waiting");
  const kept = plan.members.filter(({ state }) => state !== "waiting");
  const ways = (["message", "event"] as const)
    .map((way) => ({ way, count: reached.filter(({ through }) => through === way).length }))
    .filter(({ count }) => count > 0)
    .map(({ way, count }) => t(`through.${way}`, { count }));
  const counts = new Map<NotReached, number>();
  for (const { why } of kept) counts.set(why ?? "ended", (counts.get(why ?? "ended") ?? 0) + 1);
  const reasons = [...counts].map(([why, count]) => t("because", { why: whys(why), count }));
  const takenOut = cluster.members.filter(({ id }) => words.seen.out.includes(id)).length;
  const nameOf = ({ questionId }: PlannedMember) => {
    const member = cluster.members.find(({ id }) => id === questionId);
    return member?.remark ?? member?.mark ?? "";
  };
  const wordsOf = ({ questionId }: PlannedMember) => cluster.members.find(({ id }) => id === questionId)?.newestText ?? "";
  return (
    <section aria-label={t("recipients")} className="mb-2 rounded-lg border border-line bg-raise px-3 py-2 text-sm">
      <p role="status" className="flex flex-wrap gap-x-3">
        <b className="font-semibold">{t("to", { count: plan.reached, ways: ways.join(t("comma")) })}</b>
        {kept.length > 0 ? (
          <span className="text-late">{t("notTo", { count: kept.length, reasons: reasons.join(t("comma")) })}</span>
        ) : null}
        {takenOut > 0 ? <span>{t("takenOut", { count: takenOut })}</span> : null}
        {plan.parts > 1 ? <span>{t("parts", { count: plan.parts })}</span> : null}
        {plan.firstClosesAt ? <span className="text-ink-3">{t("firstCloses", { at: moment(plan.firstClosesAt) })}</span> : null}
      </p>
      {plan.approvalNeeded ? <p className="mt-1 text-soon">{t("approvalNeeded")}</p> : null}
      {kept.length > 0 ? (
        <details className="mt-1">
          <summary className="min-h-8 cursor-pointer py-1 text-info">{t("listKept", { count: kept.length })}</summary>
          <ul className="max-h-32 overflow-y-auto">
            {kept.map((member) => (
              <li key={member.questionId} className="flex gap-2">
                <span className="shrink-0 text-ink-3">{nameOf(member)}</span>
                <span className="shrink-0 text-late">{whys(member.why ?? "ended")}</span>
                <span className="min-w-0 truncate">{member.why === "newMessage" ? wordsOf(member) : null}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <Previews reached={reached} nameOf={nameOf} />
      {others.map(({ text: said, officer, sentAt, times }) => (
        <p key={said} className="mt-1.5 rounded-md bg-soon-bg px-2.5 py-1.5">
          <span className="font-semibold text-soon">{t("otherVoice", { name: officer.name, at: moment(sentAt), count: times })}</span>{" "}
          {said}
        </p>
      ))}
    </section>
  );
}

/** How it reads for whom it is most pressing to reach, and for anybody else. */
function Previews({ reached, nameOf }: { reached: readonly PlannedMember[]; nameOf(member: PlannedMember): string }) {
  const t = useTranslations("group.answer");
  const { moment } = useDates();
  const [chance] = useState(() => Math.random());
  const pressing = reached.reduce<PlannedMember | null>(
    (first, member) => (first && closes(first) <= closes(member) ? first : member),
    null,
  );
  const rest = reached.filter((member) => member !== pressing);
  const anybody = rest[Math.floor(chance * rest.length)];
  const shown = [
    pressing && {
      member: pressing,
      label: t("preview.pressing", { name: nameOf(pressing), at: pressing.closesAt ? moment(pressing.closesAt) : "" }),
    },
    anybody && { member: anybody, label: t("preview.anybody", { name: nameOf(anybody) }) },
  ];
  return (
    <div className="mt-1.5 grid gap-1.5 md:grid-cols-2">
      {shown.map((each) =>
        each ? (
          <div key={each.member.questionId} className="rounded-md border border-line bg-panel px-2.5 py-1.5">
            <p className="text-ink-3 text-xs">{each.label}</p>
            <p className="line-clamp-4 whitespace-pre-wrap">{each.member.text}</p>
          </div>
        ) : null,
      )}
    </div>
  );
}

const closes = ({ closesAt }: PlannedMember) => closesAt?.getTime() ?? Number.POSITIVE_INFINITY;
