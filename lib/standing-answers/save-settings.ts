import { db } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { ActingOfficer } from "@/lib/officers/scope";
import { Refusal } from "@/lib/refusal";
import { now } from "@/lib/time/clock";
import type { StandingSettingsInput } from "./inputs";

/**
 * Sets what an account says around its standing answers: to somebody new, above the menu, to somebody who asks for a person; and by which
 * rules it tells by itself that a message came.
 * @throws Refusal accountNotFound, standingSettingsChanged when it is not what the officer saw any more
 */
export async function saveSettings(
  { accountId, seenAt, ...settings }: StandingSettingsInput,
  officer: ActingOfficer,
  at = now(),
): Promise<void> {
  if (!officer.scope.accountIds.includes(accountId)) throw new Refusal("accountNotFound");
  await db.$transaction(async (tx) => {
    const data = { ...settings, savedAt: at, savedById: officer.id };
    const { count } =
      seenAt === null
        ? await tx.standingSettings.createMany({ data: { accountId, ...data }, skipDuplicates: true })
        : await tx.standingSettings.updateMany({ where: { accountId, savedAt: seenAt }, data });
    if (count === 0) throw new Refusal("standingSettingsChanged");
    await record(tx, { type: "standingAnswer.settingsSaved", accountId, officerId: officer.id }, at);
  });
}
