const MOST_INPUTS = 512;
const places = new Int32Array(MOST_INPUTS);
const values = new Float64Array(MOST_INPUTS);

/**
 * Adds to `sums`, from `at`, what some inputs weigh. The weights lie by input, `width` numbers each, the first of them those of
 * input `from`; `width` is a multiple of eight. Many inputs are zero and passed over; eight sums at a time stay in registers,
 * which is what makes the network quick enough to ask while a question comes in.
 */
export function addWeighed(
  weights: Float64Array,
  width: number,
  input: Float64Array,
  from: number,
  until: number,
  sums: Float64Array,
  at: number,
): void {
  let count = 0;
  for (let k = from; k < until; k += 1) {
    const value = input[k] as number;
    if (value === 0) continue;
    places[count] = (k - from) * width;
    values[count] = value;
    count += 1;
  }
  for (let out = 0; out < width; out += 8) {
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let i = 0; i < count; i += 1) {
      const value = values[i] as number;
      const first = (places[i] as number) + out;
      a += value * (weights[first] as number);
      b += value * (weights[first + 1] as number);
      c += value * (weights[first + 2] as number);
      d += value * (weights[first + 3] as number);
      e += value * (weights[first + 4] as number);
      f += value * (weights[first + 5] as number);
      g += value * (weights[first + 6] as number);
      h += value * (weights[first + 7] as number);
    }
    const to = at + out;
    sums[to] = (sums[to] as number) + a;
    sums[to + 1] = (sums[to + 1] as number) + b;
    sums[to + 2] = (sums[to + 2] as number) + c;
    sums[to + 3] = (sums[to + 3] as number) + d;
    sums[to + 4] = (sums[to + 4] as number) + e;
    sums[to + 5] = (sums[to + 5] as number) + f;
    sums[to + 6] = (sums[to + 6] as number) + g;
    sums[to + 7] = (sums[to + 7] as number) + h;
  }
}

/** The sum of products of two stretches, whose length is a multiple of four. */
export function product(one: Float64Array, from: number, other: Float64Array, start: number, length: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let k = 0; k < length; k += 4) {
    a += (one[from + k] as number) * (other[start + k] as number);
    b += (one[from + k + 1] as number) * (other[start + k + 1] as number);
    c += (one[from + k + 2] as number) * (other[start + k + 2] as number);
    d += (one[from + k + 3] as number) * (other[start + k + 3] as number);
  }
  return a + b + c + d;
}

/** Rows become columns. */
export function turned(given: ArrayLike<number>, rows: number, columns: number): Float64Array {
  const across = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i += 1) for (let j = 0; j < columns; j += 1) across[j * rows + i] = given[i * columns + j] as number;
  return across;
}
