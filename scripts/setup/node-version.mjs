import { Halt } from "./halt.mjs";

const MINIMUM = { major: 20, minor: 19 };

/** @param {string} version of Node, as in `process.versions.node` */
export function checkNodeVersion(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > MINIMUM.major || (major === MINIMUM.major && minor >= MINIMUM.minor)) return;
  const wanted = `${MINIMUM.major}.${MINIMUM.minor}`;
  throw new Halt(`需要 Node ${wanted} 或更高版本，当前为 ${version}`, `Node ${wanted} or later is needed, this is ${version}`);
}
