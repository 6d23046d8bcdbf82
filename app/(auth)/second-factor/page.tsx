import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { passkeysWork } from "@/lib/officers/passkeys";
import { requireSignedIn } from "@/lib/web/require-officer";
import { AddFactor } from "./add-factor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("secondFactor"))("title") };
}

/** Where an officer adds a second factor: from the settings, or before anything else where the role demands one. */
export default async function SecondFactorPage() {
  const [officer, t] = await Promise.all([requireSignedIn(), getTranslations("secondFactor")]);
  if (officer.mustChangePassword) redirect("/password");
  return (
    <>
      <h1 className="mb-2 font-semibold text-lg">{t("title")}</h1>
      <p className="mb-4 text-ink-2">{officer.mustAddFactor ? t("demanded") : t("lead")}</p>
      <AddFactor canHavePasskey={passkeysWork()} isDemanded={officer.mustAddFactor} />
    </>
  );
}
