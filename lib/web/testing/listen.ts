import { db } from "@/lib/db";
import type { ActingOfficer } from "@/lib/officers/scope";
import { hashSecret } from "@/lib/officers/secrets";
import { after, HOUR } from "@/lib/time/rules";
import { subscribe } from "@/lib/web/live";

export type Heard = {
  event: string;
  data: {
    cursor: string;
    questions: { id: string; firstText: string; clusterId: string | null; folded: boolean; topic: { name: string } | null }[];
    clusters: { id: string; people: number }[];
    groupAnswers: { clusterId: string; counts: { waiting: number } }[];
    messages: { text: string }[];
    notes: { text: string; removedAt: string | null; mentioned: { name: string }[] }[];
    mentionsRead: { officerId: string }[];
    topics: { topics: { name: string }[] }[];
    whole: boolean;
    threads: { version: number; viewing: { name: string }[]; typing: { name: string }[] }[];
  };
};

/** An officer's stream, read event by event. */
export async function listen(officer: ActingOfficer, secret: string, cursor: string | null) {
  const reader = (await subscribe(officer, secret, cursor)).getReader();
  let text = "";
  return async function next(...wanted: string[]): Promise<Heard> {
    for (;;) {
      const end = text.indexOf("\n\n");
      if (end < 0) {
        const { value, done } = await reader.read();
        if (done) return { event: "closed", data: {} as Heard["data"] };
        text += new TextDecoder().decode(value);
        continue;
      }
      const [event, data] = text
        .slice(0, end)
        .split("\n")
        .map((line) => line.slice(line.indexOf(": ") + 2));
      text = text.slice(end + 2);
      if (event && wanted.includes(event)) return { event, data: JSON.parse(data ?? "{}") };
    }
  };
}

/** The secret of a session that lasts an hour. */
export async function signedIn(officer: ActingOfficer) {
  const secret = `secret of ${officer.id}`;
  const at = new Date();
  await db.session.create({ data: { officerId: officer.id, secretHash: hashSecret(secret), createdAt: at, expiresAt: after(at, HOUR) } });
  return secret;
}
