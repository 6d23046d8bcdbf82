import { deskEnvironment } from "./desk-environment";
import type { PushMode } from "./pushes";
import { type Server, startNext, startProgram, startWeb } from "./servers";

/** Something that answers pushes. `kept`: it stores messages where they can be counted. */
export type Target = {
  name: string;
  mode: PushMode;
  kept: boolean;
  start: () => Promise<Server>;
  connections: number;
  expectedPerSecond: number;
};

/** What is compared: ours within Next and without, and the least that each of the two could cost. */
export function intakeTargets(emptyRoute: string): Target[] {
  const first = { connections: 16, expectedPerSecond: 6_000 };
  const empty = () => startNext(emptyRoute, deskEnvironment);
  const insert = () => startProgram(import.meta.resolve("./bare-insert.ts"), deskEnvironment);
  const door = () => startProgram(import.meta.resolve("./bare-door.ts"), deskEnvironment);
  return [
    { name: "empty Next route", mode: "safe", kept: false, start: empty, ...first },
    { name: "route, safe mode", mode: "safe", kept: true, start: route, ...first },
    { name: "node:http with one INSERT", mode: "safe", kept: false, start: insert, ...first },
    { name: "door on node:http, safe mode", mode: "safe", kept: true, start: door, ...first },
    { name: "route, plain mode", mode: "plain", kept: true, start: route, ...first },
    { name: "door on node:http, plain mode", mode: "plain", kept: true, start: door, ...first },
  ];
}

/** WeChat's door as it runs in production. */
export function route(): Promise<Server> {
  return startWeb(deskEnvironment);
}
