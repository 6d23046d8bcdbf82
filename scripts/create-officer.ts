import { parseArgs } from "node:util";
import { z } from "zod";
import { createOfficer } from "@/lib/officers/create-officer";
import { deactivateOfficer } from "@/lib/officers/deactivate-officer";
import { resetPassword } from "@/lib/officers/reset-password";
import { loginInput, newOfficerInput } from "@/lib/officers/schema";
import { takeFactors } from "@/lib/officers/take-factors";
import { runCommand } from "./officer-command";

const options = {
  login: { type: "string" },
  role: { type: "string" },
  name: { type: "string" },
  "reset-password": { type: "boolean" },
  "take-factors": { type: "boolean" },
  deactivate: { type: "boolean" },
} as const;
const reset = z.strictObject({ login: loginInput, "reset-password": z.literal(true) });
const lost = z.strictObject({ login: loginInput, "take-factors": z.literal(true) });
const leaving = z.strictObject({ login: loginInput, deactivate: z.literal(true) });

const ways = ["--role ROLE [--name NAME]", "--reset-password", "--take-factors", "--deactivate"];

await runCommand(ways.map((way) => `--login LOGIN ${way}`).join(" | "), async (words) => {
  const { values } = parseArgs({ args: words, options });
  if (values["reset-password"]) return (await resetPassword(reset.parse(values).login)).password;
  if (values["take-factors"]) {
    const { login } = lost.parse(values);
    await takeFactors({ login }, null);
    return `已移除第二重验证 · second factors taken off: ${login}`;
  }
  if (!values.deactivate) return (await createOfficer(newOfficerInput.parse({ ...values, name: values.name ?? values.login }))).password;
  const { login } = leaving.parse(values);
  await deactivateOfficer({ login }, null);
  return `已停用 · deactivated: ${login}`;
});
