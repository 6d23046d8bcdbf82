import { useTranslations } from "next-intl";

const CARDS = ["within10", "within3", "answered", "promises"];

/** The place of everything that will stand there. */
export default function ReportsLoading() {
  const t = useTranslations("common");
  return (
    <main id="main" aria-busy="true" className="overflow-hidden">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <div className="h-12 border-line border-b bg-panel" />
      <div aria-hidden="true" className="grid grid-cols-1 gap-3.5 px-6 pt-[88px] max-md:px-3 lg:grid-cols-12">
        <div className="col-span-full grid grid-cols-1 gap-3.5 sm:grid-cols-2 xl:grid-cols-4">
          {CARDS.map((card) => (
            <div key={card} className="report-panel h-[140px]" />
          ))}
        </div>
        <div className="report-panel h-[322px] lg:col-span-7" />
        <div className="report-panel h-[322px] lg:col-span-5" />
        <div className="report-panel h-56 lg:col-span-7" />
        <div className="report-panel h-56 lg:col-span-5" />
      </div>
    </main>
  );
}
