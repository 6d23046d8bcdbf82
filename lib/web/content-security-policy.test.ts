import { expect, test } from "vitest";
import { pagePolicy } from "./content-security-policy";

const directive = (policy: string, name: string) => policy.split("; ").find((part) => part.startsWith(`${name} `));

test("scripts run by nonce alone, and nobody frames a page", () => {
  const policy = pagePolicy("abc", false);
  expect(directive(policy, "script-src")).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(directive(policy, "frame-ancestors")).toBe("frame-ancestors 'none'");
  expect(directive(policy, "connect-src")).toBe("connect-src 'self'");
  expect(policy).not.toContain("unsafe-eval");
});

test("development may evaluate and hold a socket", () => {
  const policy = pagePolicy("abc", true);
  expect(directive(policy, "script-src")).toContain("'unsafe-eval'");
  expect(directive(policy, "connect-src")).toBe("connect-src 'self' ws: wss:");
});
