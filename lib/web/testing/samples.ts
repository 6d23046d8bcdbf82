import { v7 as uuid } from "uuid";
import { z } from "zod";

/** Ids and values of real records, by the name that schemas have for them. */
export type Known = Record<string, unknown>;
type Shape = {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  properties?: Record<string, Shape>;
  items?: Shape;
  minItems?: number;
  format?: string;
  minimum?: number;
  minLength?: number;
};

const DAY = 86_400_000;

/** Something that a schema accepts as far as its shape can tell, naming known records wherever it names any. */
export function sampleOf(schema: z.ZodType, known: Known): unknown {
  return sample(z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" }) as Shape, "", known);
}

function sample(shape: Shape, name: string, known: Known): unknown {
  if (name in known) return known[name];
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices) return sample(choices.find(({ type }) => type !== "null") ?? {}, name, known);
  if (shape.allOf) return Object.assign({}, ...shape.allOf.map((part) => sample(part, name, known)));
  if (shape.type === "object") return objectOf(shape, known);
  if (shape.type === "array") return [sample(shape.items ?? {}, name.replace(/s$/, ""), known)];
  if (shape.type === "string") return textOf(shape);
  if (shape.type === "integer" || shape.type === "number") return Math.max(shape.minimum ?? 1, 1);
  if (shape.type === "boolean") return true;
  return /(until|At)$/i.test(name) ? new Date(Date.now() + DAY) : undefined;
}

function objectOf({ properties = {} }: Shape, known: Known) {
  const entries = Object.entries(properties).map(([name, shape]) => [name, sample(shape, name, known)]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function textOf({ format, minLength = 1 }: Shape): string {
  if (format === "uuid" || format === "guid") return uuid();
  if (format === "base64") return Buffer.from("字").toString("base64");
  if (format === "email") return "x@example.org";
  const at = new Date(Date.now() + DAY).toISOString();
  if (format === "date") return at.slice(0, 10);
  return format === "date-time" ? at : "字".repeat(Math.max(1, minLength));
}
