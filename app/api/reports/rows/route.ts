import { readerOf } from "@/app/api/reports/files";
import { readDrill } from "@/lib/reports/drill";
import { drillParams, periodFilled } from "@/lib/reports/schema";
import { officerRoute } from "@/lib/web/officer-route";

/** One page of the rows behind a number. */
export const GET = officerRoute("reports.read", drillParams, async (params, officer) => {
  const { today } = await readerOf(officer, params);
  return readDrill(officer.scope, periodFilled(params, today));
});
