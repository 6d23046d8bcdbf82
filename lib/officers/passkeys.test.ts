import { expect, test } from "vitest";
import { passkeysWork } from "./passkeys";

test.each([
  ["https://desk.example.gov.cn", true],
  ["http://localhost:3000", true],
  ["http://desk.example.gov.cn", false],
  ["https://10.0.0.7:8443", false],
  ["https://[2001:db8::7]", false],
])("passkeys work at %s: %s", (address, work) => expect(passkeysWork(address)).toBe(work));
