import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { stranger } from "@/lib/questions/testing";
import "@/prisma/testing";
import { resendNotice } from "./resend-notice";
import { settleNotice } from "./settle-notice";
import { claimedNotice, claims } from "./testing";

test("what has ended goes again under the same id and with the same body; what is under way, or another account's, does not", async () => {
  const { admin, claim } = await claimedNotice();
  const on = { noticeId: claim.id };
  await expect(resendNotice(on, admin)).rejects.toThrow("noticeNotFound");
  await settleNotice(claim, { kind: "taken" });
  await expect(resendNotice(on, stranger(admin))).rejects.toThrow("noticeNotFound");
  await resendNotice(on, admin);
  expect(await claims()).toMatchObject({ id: claim.id, body: claim.body, attempts: 1 });
  expect(await db.event.count({ where: { type: "notice.resent", officerId: admin.id } })).toBe(1);
});
