import { createServer } from "node:http";
import pg from "pg";

// The least that a durable intake could do: node:http, the whole body, one committed INSERT.
const POOL_SIZE = 16;
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: POOL_SIZE });
await pool.query("CREATE TABLE IF NOT EXISTS bench_insert (id bigserial PRIMARY KEY, body text NOT NULL)");

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", async () => {
    const body = Buffer.concat(chunks).toString("utf8");
    await pool.query({ name: "insert", text: "INSERT INTO bench_insert (body) VALUES ($1)", values: [body] });
    response.writeHead(200, { "content-type": "text/plain" }).end("success");
  });
}).listen(Number(process.env.PORT), "127.0.0.1");
