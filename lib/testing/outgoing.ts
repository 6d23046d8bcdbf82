import { isTest, type Source } from "./source-tree";

/** What opens a connection by itself. */
const DIALS = /\bfetch\(|\bhttps?\)?\.(request|get)\(|\b(net|tls)\.connect\(|createTransport\(|new S3Client\(/;
const IN_BROWSER = /^app\/|^lib\/web\/browser-session\.ts$/;

/** Files of the desk's servers that dial out. Pages' own scripts are the browser's, which the page's policy keeps to its origin. */
export function dialling(files: Source[]): string[] {
  return files
    .filter(({ path }) => /^(app|lib|components)\//.test(path) && !isTest(path))
    .filter(({ path, text }) => DIALS.test(text) && (!IN_BROWSER.test(path) || path.endsWith("/route.ts")))
    .map(({ path }) => path);
}
