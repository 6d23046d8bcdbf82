import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import { namesOfMembers, wordsOfEach } from "./rules";
import type { RenameCluster } from "./schema";

/**
 * 改名: place and matter in an officer's words, never a person's name or number; the machine leaves it at that.
 * @throws Refusal namesMembers, clusterMoved when a colleague renamed or changed it meanwhile, clusterNotFound
 */
export async function renameCluster(input: RenameCluster, officer: ActingOfficer, at = now()): Promise<{ version: number }> {
  return db.$transaction(async (tx) => {
    const where = { id: input.clusterId, accountId: { in: [...officer.scope.accountIds] }, mergedIntoId: null };
    const cluster = await tx.cluster.findFirst({
      where,
      include: {
        questions: { take: 500, select: { threadId: true, messages: { where: { direction: "inbound" }, select: { text: true } } } },
      },
    });
    if (!cluster) throw new Refusal("clusterNotFound");
    const said = cluster.questions.map(({ threadId, messages }) => ({ threadId, said: messages.map(({ text }) => text).join("\n") }));
    const names = namesOfMembers(`${input.place} ${input.matter}`, wordsOfEach(said));
    if (names.length > 0) throw new Refusal("namesMembers", { found: names.join("、") });
    // Newcomers don't matter to a name; a colleague's change does.
    const [renamed] = await tx.cluster.updateManyAndReturn({
      where: { ...where, OR: [{ version: input.clusterVersion }, { namedById: null }, { namedById: officer.id }] },
      data: { place: input.place, matter: input.matter, namedById: officer.id, version: { increment: 1 } },
    });
    if (!renamed) throw new Refusal("clusterMoved", { version: cluster.version });
    const { accountId, id: clusterId, version } = renamed;
    await record(tx, { type: "cluster.renamed", accountId, officerId: officer.id, facts: { clusterId } }, at);
    return { version };
  });
}
