import { openEventStream } from "./event-stream";
import { spreadOf } from "./statistics";

/** Keeps when each of several streams first showed each message, and how often. */
export type Watch = {
  answered: (text: string, at: number) => void;
  close: () => void;
  report: () => ReturnType<typeof summary>;
};

type Sight = { at: number; times: number };

/** Opens the streams and watches them for messages by their text. */
export async function watchStreams(port: number, cookies: readonly string[]): Promise<Watch> {
  const answeredAt = new Map<string, number>();
  const sights = cookies.map(() => new Map<string, Sight>());
  let ended = 0;
  const streams = await Promise.all(
    sights.map((seen, index) =>
      openEventStream({ port, cookie: cookies[index] ?? "", cursor: null }, ({ name, data }) => {
        if (name === "change") for (const { text } of data.messages ?? []) see(seen, text);
      }),
    ),
  );
  for (const stream of streams) {
    void stream.ended.then(() => {
      ended += 1;
    });
  }
  return {
    answered: (text, at) => answeredAt.set(text, at),
    close: () => {
      for (const stream of streams) stream.close();
    },
    report: () => summary(answeredAt, sights, ended),
  };
}

function see(seen: Map<string, Sight>, text: string) {
  const sight = seen.get(text);
  if (sight) sight.times += 1;
  else seen.set(text, { at: performance.now(), times: 1 });
}

function summary(answeredAt: Map<string, number>, sights: Map<string, Sight>[], endedStreams: number) {
  const delays: number[] = [];
  const missed = sights.map(() => 0);
  const repeated = sights.map(() => 0);
  for (const [index, seen] of sights.entries()) {
    for (const [text, at] of answeredAt) {
      const sight = seen.get(text);
      if (sight) delays.push(sight.at - at);
      else missed[index] = (missed[index] ?? 0) + 1;
      if (sight && sight.times > 1) repeated[index] = (repeated[index] ?? 0) + 1;
    }
  }
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
  return {
    messages: answeredAt.size,
    endedStreams,
    delayMs: spreadOf(delays),
    missed: sum(missed),
    mostMissedByOneStream: Math.max(...missed),
    duplicated: sum(repeated),
    mostDuplicatedOnOneStream: Math.max(...repeated),
  };
}
