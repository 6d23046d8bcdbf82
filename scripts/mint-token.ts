import { parseArgs } from "node:util";
import { mintToken } from "@/lib/officers/mint-token";
import { newTokenInput } from "@/lib/officers/schema";
import { runCommand } from "./officer-command";

// npm run token -- --name NAME --role ROLE
await runCommand("--name NAME --role ROLE", async (words) => {
  const { values } = parseArgs({ args: words, options: { name: { type: "string" }, role: { type: "string" } } });
  const { token } = await mintToken(newTokenInput.parse(values));
  return token;
});
