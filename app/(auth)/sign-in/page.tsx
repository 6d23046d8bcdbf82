import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentOfficer } from "@/lib/web/require-officer";
import { safePath } from "@/lib/web/safe-path";
import { SignInForm } from "./sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const [{ next }, officer, t] = await Promise.all([searchParams, currentOfficer(), getTranslations("signIn")]);
  const destination = safePath(typeof next === "string" ? next : null);
  if (officer) redirect(destination);
  return (
    <>
      <h1 className="mb-4 font-semibold text-lg">{t("title")}</h1>
      <SignInForm next={destination} />
    </>
  );
}
