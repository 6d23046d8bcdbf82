export type ApiError = { errcode: number; errmsg: string; rid: string | null };

/**
 * The errcode of an answer, `null` when it holds none that is an integer. The rid ends errmsg
 * (common API rules) and is what WeChat's support asks for. `secrets` are blotted out of errmsg.
 */
export function apiErrorOf(json: Record<string, unknown>, secrets: string[]): ApiError | null {
  const { errcode, errmsg } = json;
  if (typeof errcode !== "number" || !Number.isInteger(errcode)) return null;
  const text = withoutSecrets(typeof errmsg === "string" ? errmsg : "", secrets);
  return {
    errcode,
    errmsg: text,
    rid: /\brid: ?([\w-]+)/.exec(text)?.[1] ?? null,
  };
}

function withoutSecrets(text: string, secrets: string[]): string {
  const forms = secrets.filter((secret) => secret !== "").flatMap((secret) => [secret, encodeURIComponent(secret)]);
  return forms.reduce((masked, form) => masked.replaceAll(form, "***"), text);
}
