import { parseArgs } from "node:util";
import { createOfficer } from "@/lib/officers/create-officer";
import { newOfficerInput } from "@/lib/officers/schema";
import { runCommand } from "./officer-command";

// npm run officer -- --login LOGIN --role ROLE [--name NAME]
await runCommand("--login LOGIN --role ROLE [--name NAME]", async (words) => {
  const options = { login: { type: "string" }, role: { type: "string" }, name: { type: "string" } } as const;
  const { values } = parseArgs({ args: words, options });
  const { password } = await createOfficer(newOfficerInput.parse({ ...values, name: values.name ?? values.login }));
  return password;
});
