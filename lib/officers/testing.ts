import { COST, type SharedHashing } from "./passwords";

/** For the rest of a test file, passwords take as long as they do at a desk. */
export function hashAsAtADesk(): void {
  const shared: SharedHashing = globalThis;
  if (shared.jidaHashing) shared.jidaHashing.cost = COST;
}
