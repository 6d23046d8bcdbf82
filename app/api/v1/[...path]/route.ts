import { apiRoute } from "@/lib/web/api-route";
import { InvalidRequest } from "@/lib/web/invalid";

/** An address that the API does not have: a problem like any other, not a page. */
const missing = apiRoute("accounts.read", async ({ url }) => {
  throw new InvalidRequest({ code: "notFound", status: 404, title: "No such address", detail: `The API has no ${url.pathname}.` });
});

export { missing as DELETE, missing as GET, missing as OPTIONS, missing as PATCH, missing as POST, missing as PUT };
