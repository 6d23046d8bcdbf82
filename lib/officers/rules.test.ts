import { expect, test } from "vitest";
import { may, ROLES } from "./rules";

test.each(["limits.write", "dangerList.write", "quickReplies.share"] as const)(
  "what all live by is changed by those who answer for it: %s",
  (permission) => {
    expect(ROLES.filter((role) => may(role, permission))).toEqual(["supervisor", "admin"]);
  },
);
