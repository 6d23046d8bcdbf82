import { z } from "zod";
import type { XmlFields } from "./xml";

/** Elements as they shall stand in the XML, whether anybody knows them or not. */
export const extraFields = z.record(z.string().regex(/^[A-Za-z_][0-9A-Za-z_]*$/), xmlValue());

/**
 * One event of protocol 2.2. `eventKey`, `ticket` and the place have names of their own; every
 * other field, nested ones included, goes into `fields` as it shall stand in the XML. Without
 * `fields` an event that has some gets plausible ones.
 */
export const eventSchema = z.object({
  event: z.string().min(1),
  eventKey: z.string().optional(),
  ticket: z.string().optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  precision: z.number().optional(),
  fields: extraFields.optional(),
});

export type ResidentEvent = z.output<typeof eventSchema>;

/** What an event changes at the platform, and whether the resident sees that nothing answers. */
export type EventNature = { opensWindow: boolean; seen: boolean };

const SILENT: EventNature = { opensWindow: false, seen: false };
const NATURES: Record<string, EventNature> = {
  subscribe: { opensWindow: true, seen: true },
  scan: { opensWindow: true, seen: true },
  click: { opensWindow: true, seen: true },
  scancode_push: { opensWindow: true, seen: false },
  scancode_waitmsg: { opensWindow: true, seen: true },
};

/** The event's own fields, as they stand in the XML after CreateTime. */
export function eventFields(event: ResidentEvent): XmlFields {
  const own: XmlFields = { MsgType: "event", Event: event.event };
  if (event.eventKey !== undefined) own.EventKey = event.eventKey;
  if (event.ticket !== undefined) own.Ticket = event.ticket;
  if (event.latitude !== undefined) own.Latitude = event.latitude;
  if (event.longitude !== undefined) own.Longitude = event.longitude;
  if (event.precision !== undefined) own.Precision = event.precision;
  return { ...own, ...event.fields };
}

/** Names of events are compared without regard to case. */
export function natureOf(event: string): EventNature {
  return NATURES[event.toLowerCase()] ?? SILENT;
}

function xmlValue(): z.ZodType<XmlFields[string]> {
  const nested: z.ZodType<XmlFields> = z.lazy(() => z.record(z.string(), xmlValue()));
  return z.union([z.string(), z.number(), nested, z.array(nested)]);
}
