import { Transform } from "node:stream";
import nodemailer from "nodemailer";

export type Mail = {
  to: readonly string[];
  subject: string;
  text: string;
  html?: string;
  /** The same for every try of one mail, so that a mailbox knows it again. */
  messageId?: string;
  attachments?: readonly { filename: string; content: Buffer; contentType: string }[];
};
/**
 * `retry`: it may well be taken later. `perhaps`: it was on its way when the line broke, so the server may have it.
 * `detail`: the server's status, never a word of the mail.
 */
export type MailOutcome =
  | { kind: "sent" }
  | {
      kind: "notSent";
      retry: boolean;
      code: "noMailServer" | "timeout" | "mailUnreachable" | "mailRefused";
      detail: string | null;
      perhaps?: true;
    };
/** Where mail goes out: smtp(s)://[user:password@]host[:port], and in whose name; null: nowhere. */
export type MailServer = { url: string | undefined; from: string | undefined; timeoutMs: number };

/** One mail over a fresh connection. Never throws. */
export async function sendMail({ attachments = [], ...mail }: Mail, { url, from, timeoutMs }: MailServer): Promise<MailOutcome> {
  if (url === undefined || from === undefined) return { kind: "notSent", retry: false, code: "noMailServer", detail: null };
  const limits = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs, dnsTimeout: timeoutMs };
  const transport = nodemailer.createTransport({ url, ...limits });
  let begun = false;
  transport.use("stream", (sending, done) => {
    // Read only once the server has let us in.
    sending.message.transform(
      new Transform({
        transform(piece, _, next) {
          begun = true;
          next(null, piece);
        },
      }),
    );
    done();
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<MailOutcome>((done) => {
    timer = setTimeout(() => done(doubted({ kind: "notSent", retry: true, code: "timeout", detail: null }, begun)), timeoutMs);
  });
  const sent = transport
    .sendMail({
      ...mail,
      from,
      to: [...mail.to],
      textEncoding: "base64",
      attachments: [...attachments],
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    .then(
      (taken: Taken): MailOutcome => outcomeFor(taken),
      (error: unknown) => doubted(outcomeOf(error), begun),
    );
  try {
    return await Promise.race([sent, late]);
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

type Taken = { rejected?: readonly unknown[]; rejectedErrors?: readonly { responseCode?: number }[] };

/** A server may take a mail for some and refuse it for others. Those have it, so it is not tried again; that somebody lacks it is told. */
function outcomeFor({ rejected = [], rejectedErrors = [] }: Taken): MailOutcome {
  if (rejected.length === 0) return { kind: "sent" };
  const status = rejectedErrors[0]?.responseCode;
  return { kind: "notSent", retry: false, code: "mailRefused", detail: status === undefined ? null : String(status) };
}

/** Without a word of the server nobody knows whether it took what it was being given. */
function doubted(outcome: MailOutcome, begun: boolean): MailOutcome {
  return begun && outcome.kind === "notSent" && outcome.detail === null ? { ...outcome, perhaps: true } : outcome;
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
