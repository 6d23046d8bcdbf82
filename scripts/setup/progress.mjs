const started = Date.now();

/**
 * One line of progress with the seconds since the command began, on standard error: standard output carries results only.
 * @param {string} chinese
 * @param {string} english
 */
export function say(chinese, english) {
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(5);
  process.stderr.write(`${seconds} s  ${chinese} · ${english}\n`);
}
