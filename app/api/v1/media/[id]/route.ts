import { storedPart } from "@/app/api/media/stored-part";
import { Refusal } from "@/lib/refusal";
import { apiFile, apiMethods } from "@/lib/web/api-operation";
import { operations } from "@/lib/web/api-operations";

/** The file of a message. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiMethods({
  GET: apiFile(operations.readMedia, async ({ officer, id, query: { part }, range }) => {
    const file = await storedPart(officer, { id, part }, range);
    if (!file) throw new Refusal("mediaNotFound");
    return file;
  }),
});
