type Key = { isComposing: boolean; keyCode: number; timeStamp: number };

/** What an input method sends while it handles a key itself. */
const HANDLED_BY_INPUT_METHOD = 229;
/** Keys this close to the end of a composition are the one that ended it: browsers disagree on which event comes first. */
const TICK = 50;

/** Knows whether a key belongs to an input method that is composing. Times are event time stamps, in milliseconds. */
export class CompositionGuard {
  private composing = false;
  private endedAt = Number.NEGATIVE_INFINITY;

  start(): void {
    this.composing = true;
  }

  end(timeStamp: number): void {
    this.composing = false;
    this.endedAt = timeStamp;
  }

  /** Whether this key must not be taken as a command. */
  blocks(key: Key): boolean {
    if (this.composing || key.isComposing || key.keyCode === HANDLED_BY_INPUT_METHOD) return true;
    return key.timeStamp - this.endedAt < TICK;
  }
}
