import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { after, SECOND } from "@/lib/time/rules";
import "@/prisma/testing";
import { town } from "@/prisma/town";
import { claimDeliveries, DELIVERY_LEASE_SECONDS } from "./claim-deliveries";
import { saveChannel } from "./save-channel";
import { at, channelOf, eight, sweep } from "./testing";

/** A desk whose channels have been given something to tell. */
async function told() {
  const desk = await town();
  await saveChannel(channelOf(desk.accountId), desk.he, eight);
  const { id: upstairs } = await saveChannel(channelOf(desk.accountId, { name: "领导群", audiences: ["admins"] }), desk.he, eight);
  await desk.hears("oOne00000000000000000001", "停水了", eight);
  await sweep(at(7));
  return { ...desk, upstairs };
}

test("only through channels of those whom it tells; by one worker alone, its address unsealed", async () => {
  await told();
  const claims = await Promise.all([claimDeliveries(at(7)), claimDeliveries(at(7)), claimDeliveries(at(7))]);
  const [claim, ...others] = claims.toSorted((one, other) => Number(other !== null) - Number(one !== null));
  expect(others).toEqual([null, null]);
  expect(claim).toMatchObject({
    kind: "claimed",
    attempts: 1,
    isTrial: false,
    channel: { address: channelOf("").address },
    alarms: [{ kind: "dueSoon" }],
  });
  expect(await db.alarmDelivery.count()).toBe(1);
});

test("one whose worker fell silent is taken again when its lease is over, not before; one through a channel that is off is skipped", async () => {
  await told();
  const first = await claimDeliveries(at(7));
  expect(await claimDeliveries(after(at(7), (DELIVERY_LEASE_SECONDS - 1) * SECOND))).toBeNull();
  const second = await claimDeliveries(after(at(7), (DELIVERY_LEASE_SECONDS + 1) * SECOND));
  expect(second).toMatchObject({ kind: "claimed", attempts: 2 });
  expect(second).not.toMatchObject({ claimId: first?.kind === "claimed" ? first.claimId : "" });
  await db.alarmChannel.updateMany({ data: { disabledAt: at(8) } });
  expect(await claimDeliveries(at(20))).toEqual({ kind: "skipped" });
  expect(await db.alarmDelivery.findMany()).toMatchObject([{ status: "skipped" }]);
});
