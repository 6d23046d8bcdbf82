import { z } from "zod";
import { readQueueQuery } from "./address";

/** The parameters of an address that say what the queue shows, without the slugs of accounts. Refuses nothing: what makes no sense is left out. */
export const queueQuery = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]).optional())
  .transform((params) => readQueueQuery(params));
