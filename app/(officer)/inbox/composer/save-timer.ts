/** This long after the last key what was written is saved, but it never waits longer than `LONGEST`; milliseconds. */
const QUIET = 400;
const LONGEST = 2_000;
const RETRY = 3_000;

/** When to save: soon after the last change, or, where a save has failed, a little later. */
export class SaveTimer {
  private quiet: ReturnType<typeof setTimeout> | undefined;
  private longest: ReturnType<typeof setTimeout> | undefined;
  private readonly save: () => void;

  constructor(save: () => void) {
    this.save = save;
  }

  changed(): void {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(this.save, QUIET);
    this.longest ??= setTimeout(this.save, LONGEST);
  }

  failed(): void {
    this.stop();
    this.longest = setTimeout(this.save, RETRY);
  }

  stop(): void {
    clearTimeout(this.quiet);
    clearTimeout(this.longest);
    this.longest = undefined;
  }
}
