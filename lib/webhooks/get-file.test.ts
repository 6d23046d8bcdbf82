import { expect, test } from "vitest";
import { getFile } from "./get-file";
import { listening } from "./testing";

const wanted = { hosts: ["qq.com"], timeoutMs: 5_000, maxBytes: 10 };

test("a file comes from a named host or one of our own, of so many bytes, without a turn", async () => {
  const { url, asked } = await listening((request, response) => {
    if (request.url === "/moved") response.writeHead(302, { location: "/file" }).end();
    else response.end(request.url === "/large" ? "x".repeat(11) : "bytes");
  });
  const allowHosts = [new URL(url).host];
  const get = (path: string) => getFile({ ...wanted, allowHosts, address: url + path });
  expect(await get("/file")).toEqual({ kind: "got", bytes: Buffer.from("bytes") });
  expect([await get("/large"), await get("/moved")]).toEqual([
    { kind: "notGot", reason: "tooLarge" },
    { kind: "notGot", reason: "redirect" },
  ]);
  expect(asked).toHaveLength(3);
  const refused = { kind: "notGot", reason: "otherHost" };
  for (const address of [`${url}/file`, "http://evilqq.com/a", "http://qq.com.evil.example/a", "file:///etc/passwd", "no address"])
    expect(await getFile({ ...wanted, allowHosts: [], address })).toEqual(refused);
});

test("a named host that resolves to this machine is not asked", async () => {
  const { port, asked } = await listening((_, response) => response.end("bytes"));
  const got = await getFile({ ...wanted, hosts: ["localhost"], allowHosts: [], address: `http://localhost:${port}/file` });
  expect([got, asked]).toEqual([{ kind: "notGot", reason: "privateAddress" }, []]);
});
