import nodemailer from "nodemailer";

export type Mail = {
  to: readonly string[];
  subject: string;
  text: string;
  attachments?: readonly { filename: string; content: Buffer; contentType: string }[];
};
/** `retry`: it may well be taken later. `detail`: the server's status, never a word of the mail. */
export type MailOutcome =
  | { kind: "sent" }
  | { kind: "notSent"; retry: boolean; code: "noMailServer" | "timeout" | "mailUnreachable" | "mailRefused"; detail: string | null };
/** Where mail goes out: smtp(s)://[user:password@]host[:port], and in whose name; null: nowhere. */
export type MailServer = { url: string | undefined; from: string | undefined; timeoutMs: number };

/** One mail over a fresh connection, in plain text. Never throws. */
export async function sendMail({ to, subject, text, attachments = [] }: Mail, { url, from, timeoutMs }: MailServer): Promise<MailOutcome> {
  if (url === undefined || from === undefined) return { kind: "notSent", retry: false, code: "noMailServer", detail: null };
  const limits = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs, dnsTimeout: timeoutMs };
  const transport = nodemailer.createTransport({ url, ...limits });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<MailOutcome>((done) => {
    timer = setTimeout(() => done({ kind: "notSent", retry: true, code: "timeout", detail: null }), timeoutMs);
  });
  const sent = transport
    .sendMail({ from, to: [...to], subject, text, attachments: [...attachments], disableFileAccess: true, disableUrlAccess: true })
    .then((): MailOutcome => ({ kind: "sent" }), outcomeOf);
  try {
    return await Promise.race([sent, late]);
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

/** A status of 5xx, or a login that is refused, stays so; whatever else went wrong may mend. */
function outcomeOf(error: unknown): MailOutcome {
  const { code, responseCode } = (error instanceof Error ? error : {}) as { code?: unknown; responseCode?: unknown };
  const status = typeof responseCode === "number" ? responseCode : null;
  const detail = status === null ? null : String(status);
  if (code === "ETIMEDOUT") return { kind: "notSent", retry: true, code: "timeout", detail };
  if (code === "EAUTH" || (status !== null && status >= 500)) return { kind: "notSent", retry: false, code: "mailRefused", detail };
  return { kind: "notSent", retry: true, code: status === null ? "mailUnreachable" : "mailRefused", detail };
}
