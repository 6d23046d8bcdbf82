import { getTranslations } from "next-intl/server";

export default async function InboxLoading() {
  const t = await getTranslations("common");
  return (
    <main id="main" className="grid h-full grid-rows-[48px_1fr] md:grid-cols-[344px_1fr]">
      <div className="col-span-full border-line border-b bg-panel" />
      <div className="border-line border-r bg-panel p-4 text-ink-3" role="status">
        {t("loading")}
      </div>
    </main>
  );
}
