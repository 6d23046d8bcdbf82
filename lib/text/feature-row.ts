const MOST = 256;

/** The features of one comparison, in the order in which they are put. */
export class FeatureRow {
  readonly #values = new Float32Array(MOST);
  #count = 0;

  /** Adds a feature; its name is for who reads the code. */
  put(_name: string, value: number): void {
    this.#values[this.#count] = value;
    this.#count += 1;
  }

  values(): Float32Array {
    return this.#values.slice(0, this.#count);
  }
}
