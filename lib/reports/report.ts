import type { Scope } from "@/lib/officers/scope";
import {
  readAccounts,
  readBacklog,
  readBreaches,
  readClusters,
  readDays,
  readHeatMap,
  readKinds,
  readOfficers,
  readSatisfaction,
  readSummary,
  readTopics,
} from "./queries";
import type {
  AccountRow,
  BacklogRow,
  BreachRow,
  ClusterRow,
  DayRow,
  HeatCell,
  KindRow,
  OfficerRow,
  Satisfaction,
  Summary,
  TopicRow,
} from "./results";
import type { ReportQuery } from "./schema";

/** Everything that one report says. `outside`: of what came outside duty hours, where the query asks for both. */
export type Report = {
  query: ReportQuery;
  summary: Summary;
  outside: Summary["numbers"] | null;
  days: DayRow[];
  heat: HeatCell[];
  officers: OfficerRow[];
  accounts: AccountRow[];
  kinds: KindRow[];
  topics: TopicRow[];
  clusters: ClusterRow[];
  breaches: BreachRow[];
  satisfaction: Satisfaction;
  backlog: BacklogRow[];
};

const CLUSTERS_SHOWN = 20;

/** Reads a whole report. `onlyOfficer`: of the officers' rows that one's alone, for a reader who does not see colleagues' figures. */
export async function readReport(scope: Scope, query: ReportQuery, onlyOfficer: string | null = null): Promise<Report> {
  const outsideToo = query.outside === undefined;
  // Four at a time: a report must not take every connection from those who answer.
  const [summary, outside, days, heat] = await Promise.all([
    readSummary(scope, query),
    outsideToo ? readSummary(scope, { ...query, outside: "out", compare: "none" }) : null,
    readDays(scope, query),
    readHeatMap(scope, query),
  ]);
  const [officers, accounts, kinds, topics] = await Promise.all([
    readOfficers(scope, query),
    readAccounts(scope, query),
    readKinds(scope, query),
    readTopics(scope, query),
  ]);
  const [clusters, breaches, satisfaction, backlog] = await Promise.all([
    readClusters(scope, query, CLUSTERS_SHOWN),
    readBreaches(scope, query),
    readSatisfaction(scope, query),
    readBacklog(scope, query),
  ]);
  return {
    query,
    summary,
    outside: outside?.numbers ?? null,
    days,
    heat,
    officers: onlyOfficer === null ? officers : officers.filter(({ key }) => key === onlyOfficer),
    accounts,
    kinds,
    topics,
    clusters,
    breaches,
    satisfaction,
    backlog,
  };
}
