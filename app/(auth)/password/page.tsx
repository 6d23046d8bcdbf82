import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireSignedIn } from "@/lib/web/require-officer";
import { PasswordForm } from "./password-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("password"))("title") };
}

export default async function PasswordPage() {
  const [officer, t] = await Promise.all([requireSignedIn(), getTranslations("password")]);
  return (
    <>
      <h1 className="mb-2 font-semibold text-lg">{t("title")}</h1>
      <p className="mb-4 text-ink-2">{officer.mustChangePassword ? t("oneTime") : t("othersEnd")}</p>
      <PasswordForm login={officer.login ?? officer.name} leavable={!officer.mustChangePassword} />
    </>
  );
}
