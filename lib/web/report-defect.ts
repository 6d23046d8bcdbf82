import { reportDefect as report } from "@/lib/report-defect";

/** `reportDefect` of lib, for start-web.ts. */
export const reportDefect = report;
