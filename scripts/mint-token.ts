import { parseArgs } from "node:util";
import { z } from "zod";
import { mintToken } from "@/lib/officers/mint-token";
import { revokeToken } from "@/lib/officers/revoke-token";
import { nameInput, newTokenInput } from "@/lib/officers/schema";
import { runCommand } from "./officer-command";

const options = { name: { type: "string" }, role: { type: "string" }, revoke: { type: "string" } } as const;

// npm run token -- --name NAME --role ROLE, or --revoke NAME
await runCommand("--name NAME --role ROLE | --revoke NAME", async (words) => {
  const { values } = parseArgs({ args: words, options });
  if (values.revoke === undefined) return (await mintToken(newTokenInput.parse(values))).token;
  const { revoke } = z.strictObject({ revoke: nameInput }).parse(values);
  await revokeToken(revoke);
  return `已吊销 · revoked: ${revoke}`;
});
