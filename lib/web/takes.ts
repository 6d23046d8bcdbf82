import type { z } from "zod";

const taken = new WeakMap<object, z.ZodType>();

/** A door with what it takes kept beside it, so that whoever looks at every door can knock with something that is let in. */
export function taking<Door extends object>(schema: z.ZodType, door: Door): Door {
  taken.set(door, schema);
  return door;
}

/** What a door takes; undefined: it parses by itself. */
export function schemaOf(door: object): z.ZodType | undefined {
  return taken.get(door);
}
