import type pg from "pg";
import { DAY } from "@/lib/time/rules";
import { drawFrom } from "./draw";
import { instant } from "./sheet";
import type { Cast, TownPlan } from "./town";
import { QUICK_REPLIES } from "./words/quick-replies";

const VERSIONS = 3;
const LONGEST_REVIEW = 300;

/** Writes the desk's shared texts, each with its versions and how often officers have used it. */
export async function keepQuickReplies(client: pg.Client, { officers }: Cast, { seed, until }: TownPlan): Promise<void> {
  const draw = drawFrom(seed + 1);
  for (const [title, initials, pinyin, text] of QUICK_REPLIES) {
    const id = draw.id(until);
    const owner = draw.one(officers).id;
    const version = draw.between(1, VERSIONS);
    const reviewOn = instant(until + draw.between(-20, LONGEST_REVIEW) * DAY);
    await client.query(
      `INSERT INTO "QuickReply" (id, "ownerId", shared, title, text, initials, pinyin, version, "reviewOn") VALUES ($1, $2, true, $3, $4, $5, $6, $7, $8)`,
      [id, owner, title, text, initials, pinyin, version, reviewOn],
    );
    for (let number = 1; number <= version; number += 1) {
      await client.query(
        `INSERT INTO "QuickReplyVersion" ("quickReplyId", version, title, text, shared, "officerId", "savedAt") VALUES ($1, $2, $3, $4, true, $5, $6)`,
        [id, number, title, text, owner, instant(until - (version + 1 - number) * 90 * DAY)],
      );
    }
    for (const officer of officers.filter(() => draw.chance(0.6))) {
      await client.query(`INSERT INTO "QuickReplyUse" ("quickReplyId", "officerId", uses, "lastUsedAt") VALUES ($1, $2, $3, $4)`, [
        id,
        officer.id,
        Math.ceil(draw.wait(20, 1.2)),
        instant(until - Math.floor(draw.number() * 30 * DAY)),
      ]);
    }
  }
}
