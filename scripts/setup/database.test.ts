import { expect, test } from "vitest";
import { checkServer, withClient } from "./database.mjs";

const server = process.env.TEST_DATABASE_URL ?? "";

test("the test server is recent, writable and ours", async () => {
  await expect(checkServer(server)).resolves.toBeUndefined();
});

test("a server that nobody runs is said in one line without the password", async () => {
  const failing = checkServer("postgresql://desk:hunter2@127.0.0.1:9/jida");
  await expect(failing).rejects.toThrow(/^[^\n]*DATABASE_URL \(127\.0\.0\.1:9\/jida\)[^\n]*ECONNREFUSED[^\n]*$/);
  await expect(failing).rejects.not.toThrow(/hunter2/);
});

test("a database that does not exist is said in one line", async () => {
  const address = new URL(server);
  address.pathname = "/no_such_database";
  await expect(checkServer(address.href)).rejects.toThrow(/^[^\n]*no_such_database[^\n]*does not exist[^\n]*$/);
});

test("a user without the right to create tables is refused", async () => {
  const address = new URL(server);
  await withClient(server, (client) => client.query("CREATE ROLE guest LOGIN PASSWORD 'guest'"));
  try {
    address.username = "guest";
    address.password = "guest";
    await expect(checkServer(address.href)).rejects.toThrow(/^[^\n]*grant CREATE[^\n]*$/);
  } finally {
    await withClient(server, (client) => client.query("DROP ROLE guest"));
  }
});
