import { expect } from "vitest";
import { z } from "zod";
import type { Operation } from "@/lib/web/api-operation";
import { openapiDocument } from "@/lib/web/openapi";

type Json = Record<string, unknown>;
type Said = { content: Record<string, { schema: Json }> };

const { paths, components } = openapiDocument() as unknown as {
  paths: Record<string, Record<string, { responses: Record<string, Said> }>>;
  components: { schemas: Record<string, Json> };
};

/** Whether an answer is one that the document promises of the operation: its status, its type, and every field of it. */
export function expectDocumented({ path, method }: Operation, answer: { status: number; headers: Headers; body: unknown }): void {
  const said = paths[path]?.[method]?.responses[answer.status];
  expect(said, `${method} ${path} answers ${answer.status}`).toBeDefined();
  const [[type, content] = ["", { schema: {} }]] = Object.entries(said?.content ?? {});
  expect(answer.headers.get("content-type")).toBe(type);
  // What the document leaves open for later fields is closed here: an answer may hold nothing that it does not name.
  const closed = JSON.parse(
    JSON.stringify({ ...content.schema, $defs: components.schemas }).replaceAll("#/components/schemas/", "#/$defs/"),
    close,
  );
  const checked = z.fromJSONSchema(closed).safeParse(answer.body);
  expect(checked.error?.issues ?? [], `${method} ${path} ${answer.status}`).toEqual([]);
}

function close(_: string, value: unknown): unknown {
  const isOpen = typeof value === "object" && value !== null && "properties" in value && !("additionalProperties" in value);
  return isOpen ? { ...value, additionalProperties: false } : value;
}
