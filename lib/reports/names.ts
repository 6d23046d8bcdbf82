import { db } from "@/lib/db";

type Ids = readonly string[];
const known = (ids: Ids) => ids.filter((id) => id !== "none");

/** Names by id; `none` has none. */
export async function officerNames(ids: Ids): Promise<Map<string, string>> {
  const officers = await db.officer.findMany({ where: { id: { in: known(ids) } }, select: { id: true, name: true } });
  return new Map(officers.map(({ id, name }) => [id, name]));
}

export async function topicNames(ids: Ids): Promise<Map<string, string>> {
  const topics = await db.topic.findMany({ where: { id: { in: known(ids) } }, select: { id: true, name: true } });
  return new Map(topics.map(({ id, name }) => [id, name]));
}

export async function clusterTitles(ids: Ids): Promise<Map<string, { place: string; matter: string }>> {
  const clusters = await db.cluster.findMany({ where: { id: { in: [...ids] } }, select: { id: true, place: true, matter: true } });
  return new Map(clusters.map(({ id, place, matter }) => [id, { place, matter }]));
}
