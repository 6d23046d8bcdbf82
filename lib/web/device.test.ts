import { expect, test } from "vitest";
import { deviceOf } from "./device";

const agents: [says: unknown, is: string][] = [
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0 Safari/537.36 Edg/143.0",
    "Edge · Windows",
  ],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.60 Safari/604.1", "WeChat · iOS"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Linux"],
  ["curl/8", ""],
  [undefined, ""],
];
test.each(agents)("%j is %j", (says, is) => expect(deviceOf(says)).toBe(is));
