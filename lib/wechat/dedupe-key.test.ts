import { expect, test } from "vitest";
import { dedupeKeyOf } from "./dedupe-key";
import type { Fields } from "./fields";
import { eventXml, messageXml, publishFinished } from "./testing/samples";
import { xmlFields } from "./xml-fields";

const event = (name: string, own: string) => dedupeKeyOf(xmlFields(eventXml(name, own)));
const base: Fields = {
  FromUserName: "oUser",
  CreateTime: "1",
  MsgType: "event",
  Event: "CLICK",
  EventKey: "K",
};

test("a message is known by its MsgId", () => {
  expect(dedupeKeyOf(xmlFields(messageXml("text", "<Content>a</Content><MsgId>7</MsgId>")))).toBe("m:7");
});

test("an event is known by who, when and what; the case of its name does not count", () => {
  expect(dedupeKeyOf(base)).toBe("e:oUser|1|click|K");
  expect(dedupeKeyOf({ ...base, Event: "click" })).toBe(dedupeKeyOf(base));
  for (const other of [{ FromUserName: "oOther" }, { CreateTime: "2" }, { Event: "VIEW" }, { EventKey: "L" }]) {
    expect(dedupeKeyOf({ ...base, ...other })).not.toBe(dedupeKeyOf(base));
  }
  expect(dedupeKeyOf({ ...base, EventKey: "" })).toBe("e:oUser|1|click|");
});

test("two jobs that finish in one second are two", () => {
  const sent = (id: string) => `<MsgID>${id}</MsgID><Status>success</Status>`;
  expect(event("TEMPLATESENDJOBFINISH", sent("1"))).not.toBe(event("TEMPLATESENDJOBFINISH", sent("2")));
  expect(event("MASSSENDJOBFINISH", sent("1"))).toBe(event("MASSSENDJOBFINISH", sent("1")));

  const subscription = (template: string, id: string) =>
    `<SubscribeMsgSentEvent><List><TemplateId>${template}</TemplateId><MsgID>${id}</MsgID></List></SubscribeMsgSentEvent>`;
  const keys = [subscription("T1", "1"), subscription("T1", "2"), subscription("T2", "1")].map((own) =>
    event("subscribe_msg_sent_event", own),
  );
  expect(new Set(keys).size).toBe(3);
  expect(event("PUBLISHJOBFINISH", publishFinished)).toContain("2247503051");
});

test("a long key becomes a digest of fixed length that still tells apart", () => {
  const long = dedupeKeyOf({ ...base, EventKey: "k".repeat(2000) });
  expect(long).toMatch(/^e:[0-9a-f]{64}$/);
  expect(long).not.toBe(dedupeKeyOf({ ...base, EventKey: "k".repeat(2001) }));
});

test("messages without MsgId are told apart by content, whatever its order", () => {
  const one: Fields = {
    FromUserName: "o",
    CreateTime: "1",
    MsgType: "text",
    Content: "a",
  };
  const reordered: Fields = {
    Content: "a",
    MsgType: "text",
    CreateTime: "1",
    FromUserName: "o",
  };
  expect(dedupeKeyOf(one)).toMatch(/^c:[0-9a-f]{64}$/);
  expect(dedupeKeyOf(reordered)).toBe(dedupeKeyOf(one));
  expect(dedupeKeyOf({ ...one, Content: "b" })).not.toBe(dedupeKeyOf(one));
});
