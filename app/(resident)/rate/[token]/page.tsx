import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestOfToken } from "@/lib/ratings/queries";
import { MAX_COMMENT_LENGTH, SCORES } from "@/lib/ratings/rules";
import { tokenInput } from "@/lib/ratings/schema";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ wrong?: string }> };

const TARGET = "min-h-14 w-full rounded-xl border px-4 py-3 text-[20px]";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rate"))("title"), referrer: "no-referrer" };
}

/** What a resident thinks of an answer: four buttons, then a few words if wanted. Plain forms, so that it works in any browser. */
export default async function RatePage({ params, searchParams }: Props) {
  const [t, { token }, { wrong }] = await Promise.all([getTranslations("rate"), params, searchParams]);
  const parsed = tokenInput.safeParse(token);
  const request = parsed.success ? await requestOfToken(parsed.data) : null;
  const answer = `/rate/${token}/answer`;
  if (!request) return <Said title={t("unknown.title")}>{t("unknown.hint")}</Said>;
  if (request.state === "expired") return <Said title={t("expired.title")}>{t("expired.hint")}</Said>;
  if (request.state === "done") return <Said title={t("done.title")}>{t("elsewhere")}</Said>;
  if (request.state === "open")
    return (
      <>
        <header>
          <p className="text-ink-2">{request.accountName}</p>
          <h1 className="font-semibold text-[24px] leading-snug">{t("question")}</h1>
          <p className="mt-1 text-ink-2">{t("oneTap")}</p>
        </header>
        <form method="post" action={answer} className="grid gap-3">
          {SCORES.map((score) => (
            <button
              key={score}
              name="score"
              value={score}
              type="submit"
              className={`${TARGET} border-edge bg-panel text-left hover:bg-line-2`}
            >
              {t(`scores.${score}`)}
            </button>
          ))}
        </form>
        <p className="text-ink-2">{t("elsewhere")}</p>
      </>
    );
  return (
    <>
      <header>
        <p className="text-ink-2">{request.accountName}</p>
        <h1 className="font-semibold text-[24px] leading-snug">{t("thanks")}</h1>
        {request.score ? (
          <p className="mt-1">{t(request.score === "notSolved" ? "goesOn" : "chosen", { score: t(`scores.${request.score}`) })}</p>
        ) : null}
      </header>
      <form method="post" action={answer} className="grid gap-3">
        <label htmlFor="comment">{t("comment", { most: MAX_COMMENT_LENGTH })}</label>
        {wrong === undefined ? null : (
          <p id="wrong" role="alert" className="text-danger">
            {t("wrong", { most: MAX_COMMENT_LENGTH })}
          </p>
        )}
        <textarea
          id="comment"
          name="comment"
          rows={4}
          required
          maxLength={MAX_COMMENT_LENGTH}
          aria-describedby={wrong === undefined ? undefined : "wrong"}
          className="w-full rounded-xl border border-edge bg-panel px-3 py-2 text-[18px] leading-relaxed"
        />
        <button type="submit" className={`${TARGET} border-action bg-action font-semibold text-white`}>
          {t("send")}
        </button>
      </form>
      <p className="text-ink-2">{t("elsewhere")}</p>
    </>
  );
}

function Said({ title, children }: { title: string; children: string }) {
  return (
    <>
      <h1 className="font-semibold text-[24px] leading-snug">{title}</h1>
      <p>{children}</p>
    </>
  );
}
