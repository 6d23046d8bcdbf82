"use client";

import { useTranslations } from "next-intl";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import { lazyPart } from "@/components/ui/lazy-part";
import type { ThreadResident } from "@/lib/threads/queries";
import { EditInPlace } from "./edit-in-place";
import { Tags } from "./tags";

type Props = { threadId: string; resident: ThreadResident };

const RemarkForm = lazyPart(() => import("./remark-form").then(({ RemarkForm }) => RemarkForm));
const TagForm = lazyPart(() => import("./tag-form").then(({ TagForm }) => TagForm));

/** Who writes, as far as anybody knows: WeChat tells no name, so the desk keeps a remark and tags of its own. */
export function ResidentFacts({ threadId, resident }: Props) {
  const t = useTranslations("context");
  const { date } = useDates();
  const { id: residentId, mark, remark, tags } = resident;
  const follow = followWords(resident, t, date);
  return (
    <dl className="grid grid-cols-[5em_minmax(0,1fr)] gap-x-2 text-ink-2 [&>dd]:min-w-0 [&>dd]:text-ink [&>dt]:py-1">
      <dt>{t("remark")}</dt>
      <dd>
        <EditInPlace
          key={residentId}
          label={t("editRemark")}
          shown={remark ? <p className="wrap-anywhere font-semibold">{remark}</p> : <p className="text-ink-3">{t("noRemark")}</p>}
        >
          {(close) => <RemarkForm threadId={threadId} residentId={residentId} remark={remark} onClose={close} />}
        </EditInPlace>
      </dd>
      <dt>{t("tags")}</dt>
      <dd>
        <EditInPlace key={residentId} label={t("editTags")} shown={<Tags tags={tags} />}>
          {(close) => <TagForm threadId={threadId} residentId={residentId} tags={tags} onClose={close} />}
        </EditInPlace>
      </dd>
      <dt>{t("mark")}</dt>
      <dd className="py-1 font-mono">{mark}</dd>
      {follow ? (
        <>
          <dt>{t("follow")}</dt>
          <dd className="py-1" suppressHydrationWarning>
            {follow}
          </dd>
        </>
      ) : null}
      <dt>{t("firstSeen")}</dt>
      <dd className="py-1" suppressHydrationWarning>
        {date(resident.firstSeenAt)}
      </dd>
    </dl>
  );
}

/** Null for a resident who followed before the account came to this desk: nobody knows when. */
function followWords(resident: ThreadResident, t: ReturnType<typeof useTranslations<"context">>, date: (at: Date) => string) {
  if (resident.unfollowedAt) return t("unfollowed", { date: date(resident.unfollowedAt) });
  return resident.followedAt ? t("followed", { date: date(resident.followedAt) }) : null;
}
