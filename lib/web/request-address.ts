import "server-only";
import { headers } from "next/headers";
import { clientAddress } from "./client-address";

/** The network address this request came from, as sign-ins are counted by it. */
export async function requestAddress(): Promise<string> {
  return clientAddress(Object.fromEntries(await headers()));
}
