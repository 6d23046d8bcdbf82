import { expect, test } from "vitest";
import { after, MINUTE } from "@/lib/time/rules";
import { CONFIRMED_MINUTES, isConfirmed, may, ROLES } from "./rules";

test.each(["limits.write", "dangerList.write", "quickReplies.share"] as const)(
  "what all live by is changed by those who answer for it: %s",
  (permission) => {
    expect(ROLES.filter((role) => may(role, permission))).toEqual(["supervisor", "admin"]);
  },
);

test.each(["officers.write", "accounts.write", "subscribers.write"] as const)(
  "who may do what, and what leaves the desk, is an admin's matter: %s",
  (permission) => {
    expect(ROLES.filter((role) => may(role, permission))).toEqual(["admin"]);
  },
);

test("whoever proved who they are may change what is sensitive for ten minutes, and then is asked anew", () => {
  const at = new Date(0);
  expect(isConfirmed(at, after(at, CONFIRMED_MINUTES * MINUTE - 1))).toBe(true);
  expect(isConfirmed(at, after(at, CONFIRMED_MINUTES * MINUTE))).toBe(false);
});
