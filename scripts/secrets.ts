import { z } from "zod";
import { resealSecrets } from "@/lib/accounts/reseal-secrets";
import { runCommand } from "./officer-command";

// npm run secrets -- reseal, after AUTH_SECRET was changed and with the one before in AUTH_SECRET_PREVIOUS
await runCommand("reseal", async (words) => {
  z.tuple([z.literal("reseal")]).parse(words);
  const { secrets, resealed, columns } = await resealSecrets();
  const told = `共 ${secrets} 个密钥（${columns} 列），重新加密 ${resealed} 个 · ${secrets} secrets in ${columns} columns, ${resealed} sealed anew`;
  return `${told}. 现在可以去掉 AUTH_SECRET_PREVIOUS · AUTH_SECRET_PREVIOUS is not needed any more`;
});
