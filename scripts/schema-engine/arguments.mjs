/**
 * What Prisma's command line asks of its schema engine.
 * @typedef {{ datamodels: string[], url: string | undefined, command: string | undefined, version: boolean }} EngineOptions
 */

/**
 * Reads the engine's command line: `--datamodels FILE`…, `--datasource JSON`, `cli COMMAND`, `--version`.
 * @param {string[]} words
 * @returns {EngineOptions}
 */
export function readArguments(words) {
  /** @type {EngineOptions} */
  const options = {
    datamodels: [],
    url: undefined,
    command: undefined,
    version: words.includes("--version"),
  };
  for (let at = 0; at < words.length; at += 2) {
    const value = words[at + 1] ?? "";
    if (words[at] === "--datamodels") options.datamodels.push(value);
    if (words[at] === "--datasource") options.url = JSON.parse(value).url;
    if (words[at] === "cli") options.command = value;
  }
  return options;
}
