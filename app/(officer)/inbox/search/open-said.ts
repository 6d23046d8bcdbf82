import { addressNow, amendAddress, goTo } from "@/app/(officer)/inbox/feed/address";
import { type Said, withSaid } from "./search-address";

/**
 * Opens a thread at something said in it, or at its end; Back leads to where one was.
 * @param openThread the inbox's own, which paints a known thread at once
 */
export function openSaid(openThread: (threadId: string) => void, threadId: string, said: Said | null): void {
  const { threadId: openId, search } = addressNow();
  const address = { threadId, search: withSaid(search, said) };
  if (threadId === openId) goTo(address);
  else {
    openThread(threadId);
    amendAddress(address);
  }
}
