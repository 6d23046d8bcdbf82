import { randomUUID } from "node:crypto";

// Runs before each test file's imports: from here on lib/env and lib/db see a database that is this file's alone.
const server = new URL(process.env.TEST_DATABASE_URL ?? "postgresql://127.0.0.1:1/no-test-server");
server.pathname = `/jida_test_${randomUUID().replaceAll("-", "")}`;
process.env.DATABASE_URL = server.toString();
process.env.AUTH_SECRET = "a secret that only tests know, 32+ characters";
