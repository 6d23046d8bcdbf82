import { parseArgs } from "node:util";
import { z } from "zod";
import { createOfficer } from "@/lib/officers/create-officer";
import { deactivateOfficer } from "@/lib/officers/deactivate-officer";
import { resetPassword } from "@/lib/officers/reset-password";
import { loginInput, newOfficerInput } from "@/lib/officers/schema";
import { runCommand } from "./officer-command";

const options = {
  login: { type: "string" },
  role: { type: "string" },
  name: { type: "string" },
  "reset-password": { type: "boolean" },
  deactivate: { type: "boolean" },
} as const;
const reset = z.strictObject({ login: loginInput, "reset-password": z.literal(true) });
const leaving = z.strictObject({ login: loginInput, deactivate: z.literal(true) });

// npm run officer -- --login LOGIN, with --role ROLE [--name NAME], --reset-password or --deactivate
await runCommand("--login LOGIN --role ROLE [--name NAME] | --login LOGIN --reset-password | --login LOGIN --deactivate", async (words) => {
  const { values } = parseArgs({ args: words, options });
  if (values["reset-password"]) return (await resetPassword(reset.parse(values).login)).password;
  if (!values.deactivate) return (await createOfficer(newOfficerInput.parse({ ...values, name: values.name ?? values.login }))).password;
  const { login } = leaving.parse(values);
  await deactivateOfficer({ login }, null);
  return `已停用 · deactivated: ${login}`;
});
