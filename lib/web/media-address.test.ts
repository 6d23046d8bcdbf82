import { expect, test } from "vitest";
import { at } from "@/lib/questions/testing";
import { isSigned, mediaAddress } from "./media-address";

const ASKED = { id: "0190163d-8694-739b-aea5-966c26f8ad91", part: "whole", officerId: "lin" } as const;

test("an address is good for one officer, one part of one file, and ten minutes", () => {
  const url = new URL(mediaAddress(ASKED, at(0)), "http://desk.example");
  expect(url.pathname).toBe(`/api/media/${ASKED.id}/whole`);
  const [until, signature] = [Number(url.searchParams.get("until")), url.searchParams.get("signature") ?? ""];
  const good = (asked: object, given: object, when = at(599)) => isSigned({ ...ASKED, ...asked }, { until, signature, ...given }, when);
  expect(good({}, {})).toBe(true);
  expect([
    good({}, {}, at(600)),
    good({}, { until: until + 60_000 }),
    good({}, { signature: "" }),
    good({}, { signature: `${signature}=` }),
  ]).not.toContain(true);
  expect([good({ officerId: "zhao" }, {}), good({ part: "thumbnail" }, {}), good({ id: ASKED.id.replace("0", "1") }, {})]).not.toContain(
    true,
  );
});
