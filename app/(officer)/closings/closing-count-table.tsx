import { getTranslations } from "next-intl/server";
import type { ClosingCounts } from "@/lib/ratings/closings";

/** Who closed how much without a reply, and how much of what was looked at should have been answered. */
export async function ClosingCountTable({ counts }: { counts: readonly ClosingCounts[] }) {
  const t = await getTranslations("closings.counts");
  if (counts.length === 0) return null;
  return (
    <section aria-labelledby="counts">
      <h2 id="counts" className="font-semibold text-lg">
        {t("title")}
      </h2>
      <div className="mt-2 overflow-x-auto rounded-xl border border-line bg-panel">
        <table className="w-full text-left">
          <thead>
            <tr className="border-line border-b text-ink-2 text-sm">
              <Head>{t("officer")}</Head>
              <Head end>{t("closed")}</Head>
              <Head end>{t("reviewed")}</Head>
              <Head end>{t("overturned")}</Head>
            </tr>
          </thead>
          <tbody>
            {counts.map(({ officer, closed, reviewed, overturned }) => (
              <tr key={officer.id} className="border-line-2 not-last:border-b">
                <th scope="row" className="px-4 py-2 font-normal">
                  {officer.name}
                </th>
                {[closed, reviewed, overturned].map((count, place) => (
                  <td key={`${officer.id}-${place}`} className="px-4 py-2 text-right tabular-nums">
                    {count}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Head({ end = false, children }: { end?: boolean; children: string }) {
  return (
    <th scope="col" className={`px-4 py-2 font-normal ${end ? "text-right" : ""}`}>
      {children}
    </th>
  );
}
