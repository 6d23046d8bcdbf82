import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChoosePasswordForm } from "./choose-password-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("passwordLink"))("title") };
}

/** Where an admin's link leads: its secret stands behind the #, which no server is told and no log keeps. */
export default async function PasswordLinkPage() {
  const t = await getTranslations("passwordLink");
  return (
    <>
      <h1 className="mb-2 font-semibold text-lg">{t("title")}</h1>
      <p className="mb-4 text-ink-2">{t("lead")}</p>
      <ChoosePasswordForm />
    </>
  );
}
