import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { forbiddenImports } from "./testing/import-rules";
import { dialling } from "./testing/outgoing";
import { emptyFolders, MAX_LINES, overlong, ROOT, SHELVES, type Source, STEPS, tree } from "./testing/source-tree";
import { incompleteVerbs, SHARED, strayEvents } from "./testing/verb-rules";

const source = (file: string, text = ""): Source => ({ path: file, text });

test("the whole tree is looked at", () => {
  const paths = tree().map((file) => file.path);
  expect(paths).toEqual(expect.arrayContaining(["app/api/wechat/[account]/door.ts", "lib/intake/receive-message.ts", "sandbox/server.ts"]));
});

describe("verbs", () => {
  test("each has a test beside it that imports it, and records an event", () => {
    expect(incompleteVerbs(tree())).toEqual([]);
  });

  test("the check can fail", () => {
    const verb = source("lib/cases/open-case.ts", 'await record(tx, { type: "case.opened" }, at);');
    const covered = source("lib/cases/open-case.test.ts", 'import { openCase } from "./open-case";');
    expect(incompleteVerbs([verb, covered])).toEqual([]);
    expect(incompleteVerbs([verb])).toEqual(["lib/cases/open-case.ts has no test that imports it"]);
    expect(incompleteVerbs([verb, source(covered.path, 'import "./rules";')])).toEqual([
      "lib/cases/open-case.ts has no test that imports it",
    ]);
    expect(incompleteVerbs([source(verb.path, "recorded();"), covered])).toEqual(["lib/cases/open-case.ts records nothing"]);
    const hot = "lib/intake/receive-message.ts";
    expect(incompleteVerbs([source(hot), source("lib/intake/receive-message.test.ts", 'import {} from "./receive-message"')])).toEqual([
      `${hot} records nothing`,
    ]);
  });
});

describe("events", () => {
  test("each type is recorded by exactly one verb", () => {
    expect(strayEvents(tree())).toEqual([]);
  });

  test("the check can fail", () => {
    const types = source("lib/events/types.ts", 'export type EventType =\n  | "case.opened"\n  | "reply.failed";');
    const opens = source("lib/cases/open-case.ts", 'record(tx, { type: "case.opened" }, at)');
    const fails = SHARED["reply.failed"]?.map((file) => source(file, 'record(tx, { type: "reply.failed" }, at)')) ?? [];
    expect(strayEvents([types, opens, ...fails])).toEqual([]);
    expect(strayEvents([types, ...fails])).toEqual(["case.opened is recorded by nobody"]);
    const twice = source("lib/cases/close-case.ts", opens.text);
    expect(strayEvents([types, opens, twice, ...fails])).toEqual([
      "case.opened is recorded by lib/cases/close-case.ts, lib/cases/open-case.ts",
    ]);
    expect(strayEvents([types, opens, ...fails.slice(1)])).toEqual(["reply.failed is recorded by lib/replies/mark-failed.ts"]);
  });
});

describe("connections", () => {
  test("who dials out is known: WeChat at the configured address, SMTP and S3 at the configured server, all else through checked addresses", () => {
    expect(dialling(tree())).toEqual([
      "lib/mail/send-mail.ts",
      "lib/media/bucket.ts",
      "lib/webhooks/checked-address.ts",
      "lib/wechat/connection.ts",
      "lib/wechat/exchange.ts",
    ]);
  });

  test("the check can fail", () => {
    expect(dialling([source("lib/replies/mark-sent.ts", 'await fetch("https://example.org")')])).toEqual(["lib/replies/mark-sent.ts"]);
    expect(dialling([source("lib/media/copy.ts", "new S3Client({})")])).toEqual(["lib/media/copy.ts"]);
    expect(dialling([source("app/api/x/route.ts", "http.get(address)")])).toEqual(["app/api/x/route.ts"]);
  });
});

describe("imports", () => {
  test("everybody imports only whom the tree allows", () => {
    expect(forbiddenImports(tree())).toEqual([]);
  });

  test.each([
    ["lib/threads/queries.ts", "@/lib/questions/rules", "a domain imports lower ones only"],
    ["lib/officers/rules.ts", "@/lib/sla/rules", "a domain imports lower ones only"],
    ["lib/time/clock.ts", "@/lib/events/record", "a domain imports lower ones only"],
    ["lib/replies/mark-sent.ts", "@/lib/wechat/push", "a domain knows no adapter, job, framework or screen"],
    ["lib/replies/mark-sent.ts", "@/lib/jobs/every", "a domain knows no adapter, job, framework or screen"],
    ["lib/officers/sign-in.ts", "@/lib/web/session", "a domain knows no adapter, job, framework or screen"],
    ["lib/officers/sign-in.ts", "next/headers", "a domain knows no adapter, job, framework or screen"],
    ["lib/officers/sign-in.ts", "react", "a domain knows no adapter, job, framework or screen"],
    ["lib/replies/rules.ts", "@/lib/time/clock", "a pure file imports pure files and zod"],
    ["lib/replies/rules.ts", "node:crypto", "a pure file imports pure files and zod"],
    ["lib/wechat/push.ts", "@/lib/accounts/queries", "an adapter knows the environment and pure files"],
    ["lib/jobs/deliver-replies.ts", "@/lib/db", "a job claims and reports through verbs"],
    ["lib/jobs/deliver-replies.ts", "@/lib/web/metrics", "a job claims and reports through verbs"],
    ["lib/web/session.ts", "@/lib/wechat/push", "the web meets no adapter, job or screen"],
    ["lib/web/session.ts", "@/app/layout", "the web meets no adapter, job or screen"],
    ["lib/db.ts", "@/lib/officers/scope", "the ground stands on nothing above it"],
    ["lib/stray/rules.ts", "zod", "a folder of lib that is no domain, adapter, jobs or web"],
    ["lib/sla/terms.ts", "@/lib/sla/queries", "a pure file imports pure files and zod"],
    ["lib/time/zones.ts", "@/lib/time/clock", "a pure file imports pure files and zod"],
    ["components/clock.tsx", "@/lib/sla/queries", "a component knows rules, labels and schemas"],
    ["components/clock.tsx", "@/app/layout", "a component knows rules, labels and schemas"],
    ["app/inbox/page.tsx", "@/lib/db", "a screen holds no database, adapter or job"],
    ["app/inbox/page.tsx", "@/lib/wechat/push", "a screen holds no database, adapter or job"],
    ["app/api/v1/route.ts", "@/prisma/generated/client", "a door holds no database"],
    ["lib/replies/mark-sent.ts", "@/sandbox/server", "nobody knows the sandbox"],
    ["app/inbox/page.tsx", "@/prisma/town", "nobody knows the cast"],
    ["sandbox/server.ts", "@/lib/wechat/push", "the sandbox shares no code with the desk"],
    ["lib/replies/mark-sent.ts", "../time/rules", "./x beside you, @/x elsewhere"],
    ["app/inbox/page.tsx", "server-only", "server-only stands in lib/web"],
  ])("the check can fail: %s imports %s", (file, target, reason) => {
    for (const text of [`import { x } from "${target}";`, `import "${target}";`, `const x = await import("${target}");`]) {
      expect(forbiddenImports([source(file, text)])).toEqual([`${file} imports ${target}: ${reason}`]);
    }
  });

  test("and it lets pass what is right", () => {
    const right: [string, string][] = [
      ["lib/replies/mark-sent.ts", "@/lib/questions/rules"],
      ["lib/replies/rules.ts", "@/lib/time/rules"],
      ["lib/replies/schema.ts", "zod"],
      ["lib/jobs/deliver-replies.ts", "@/lib/wechat/push"],
      ["app/api/wechat/[account]/door.ts", "@/lib/wechat/push"],
      ["components/clock.tsx", "@/lib/sla/rules"],
      ["components/clock.tsx", "@/lib/sla/terms"],
      ["lib/sla/calendar.ts", "@/lib/time/zones"],
      ["lib/replies/mark-sent.test.ts", "@/prisma/town"],
    ];
    expect(forbiddenImports(right.map(([file, target]) => source(file, `import { x } from "${target}";`)))).toEqual([]);
  });
});

test("the order of the domains is said once, as it is held", () => {
  const said = [...readFileSync(path.join(ROOT, "ARCHITECTURE.md"), "utf8").matchAll(/`([^`]+ › [^`]+)`/g)].map(([, chain]) => chain);
  const stands = (domain: string) => existsSync(path.join(ROOT, "lib", domain));
  const held = STEPS.map((step) => step.filter(stands)).filter((step) => step.length > 0);
  expect(said).toEqual([
    held
      .map((step) => step.join(", "))
      .reverse()
      .join(" › "),
  ]);
});

describe("files and folders", () => {
  test("no file is over 250 lines, no folder empty", () => {
    expect(overlong(tree())).toEqual([]);
    expect(SHELVES.flatMap((shelf) => emptyFolders(path.join(ROOT, shelf)))).toEqual([]);
  });

  test("the check can fail", () => {
    const file = (lines: number, name = "lib/x/rules.ts") => source(name, "x\n".repeat(lines));
    expect(overlong([file(MAX_LINES), file(MAX_LINES + 1, "lib/x/rules.test.ts")])).toEqual([]);
    expect(overlong([file(MAX_LINES + 1)])).toEqual([`lib/x/rules.ts has ${MAX_LINES + 1} lines`]);
    const children = { a: ["b", "c"], "a/b": [], "a/c": ["x.ts"] } as Record<string, string[]>;
    const list = (folder: string) => (children[folder] ?? []).map((name) => ({ name, folder: `${folder}/${name}` in children }));
    expect(emptyFolders("a", list)).toEqual(["a/b"]);
  });
});
