import { apiMethods, apiOperation } from "@/lib/web/api-operation";
import { operations } from "@/lib/web/api-operations";
import { openapiDocument } from "@/lib/web/openapi";

/** The API as OpenAPI 3.1. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiMethods({
  GET: apiOperation(operations.readDocument, async () => openapiDocument()),
});
