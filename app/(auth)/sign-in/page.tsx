import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { heldFactors } from "@/lib/officers/factors";
import { currentOfficer, waitingOfficer } from "@/lib/web/require-officer";
import { safePath } from "@/lib/web/safe-path";
import { FactorForm } from "./factor-form";
import { SignInForm } from "./sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

type Props = { searchParams: Promise<{ next?: string | string[]; ended?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const [{ next, ended }, officer, t, refusals] = await Promise.all([
    searchParams,
    currentOfficer(),
    getTranslations("signIn"),
    getTranslations("refusals"),
  ]);
  const destination = safePath(typeof next === "string" ? next : null);
  if (officer) redirect(destination);
  const waiting = await waitingOfficer();
  if (waiting) {
    const { factors } = await heldFactors(waiting.officerId);
    return (
      <>
        <h1 className="mb-2 font-semibold text-lg">{t("second.title")}</h1>
        <p className="mb-4 text-ink-2">{t("second.lead", { login: waiting.login })}</p>
        <FactorForm kinds={[...new Set(factors.map(({ kind }) => kind))]} next={destination} />
      </>
    );
  }
  return (
    <>
      <h1 className="mb-4 font-semibold text-lg">{t("title")}</h1>
      {ended ? <p className="mb-4 rounded-lg bg-soon-bg px-3 py-2 text-sm text-soon">{refusals("sessionEnded")}</p> : null}
      <SignInForm next={destination} />
    </>
  );
}
