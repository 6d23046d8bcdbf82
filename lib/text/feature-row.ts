const MOST = 256;
/** One row is put at a time, so that all of them can share the place where they grow. */
const values = new Float32Array(MOST);

/** The features of one comparison, in the order in which they are put; finished before the next one is begun. */
export class FeatureRow {
  #count = 0;

  /** Adds a feature; its name is for who reads the code. */
  put(_name: string, value: number): void {
    values[this.#count] = value;
    this.#count += 1;
  }

  values(): Float32Array {
    return values.slice(0, this.#count);
  }
}
