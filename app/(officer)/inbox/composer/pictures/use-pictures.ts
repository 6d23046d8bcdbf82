import { dropPictureAction } from "@/app/(officer)/inbox/actions";
import { newId } from "@/app/(officer)/inbox/new-id";
import type { WaitingPicture } from "@/lib/messages/queries";
import { type Attached, attach, attachedAs, MOST_PICTURES, useAttached } from "./attached";

type Uploaded = { id: string; width: number; height: number };

/** The pictures of one reply: added from a file, the clipboard or a drop, each taken to the desk at once. `changed`: what is to be sent is another by now. */
export function usePictures(threadId: string, waiting: readonly WaitingPicture[], changed: () => void) {
  const attached = useAttached(threadId, waiting);
  const put = (change: (now: readonly Attached[]) => readonly Attached[]) => attach(threadId, attached, change);
  const set = (key: string, change: Partial<Attached>) => put((now) => now.map((one) => (one.key === key ? { ...one, ...change } : one)));

  async function upload(file: File) {
    const key = newId();
    put((now) => [...now, { key, id: null, width: 0, height: 0, refusal: null }]);
    const response = await post(threadId, file).catch(() => null);
    const answer: Partial<Uploaded> & { refusal?: string } = (await response?.json().catch(() => null)) ?? {};
    if (response?.ok && answer.id) set(key, { id: answer.id, width: answer.width ?? 0, height: answer.height ?? 0 });
    else set(key, { refusal: answer.refusal ?? "unexpected" });
    changed();
  }

  return {
    attached,
    /** Those of a reply that was taken back or not delivered stand before what was added since. */
    giveBack: (ids: readonly string[]) =>
      put((now) => [...ids.map((id) => attachedAs(id)), ...now.filter(({ id }) => !ids.includes(id ?? ""))]),
    /** What was sent goes; what was added meanwhile stays. */
    letGo: (sent: readonly Attached[]) => put((now) => now.filter(({ key }) => !sent.some((one) => one.key === key))),
    isUploading: attached.some(({ id, refusal }) => id === null && refusal === null),
    /** @returns whether there was room for all of them */
    add: (files: readonly File[]): boolean => {
      const pictures = files.filter(({ type }) => type.startsWith("image/"));
      const room = MOST_PICTURES - attached.length;
      for (const file of pictures.slice(0, room)) void upload(file);
      return pictures.length <= room;
    },
    remove: (key: string) => {
      const id = attached.find((one) => one.key === key)?.id;
      put((now) => now.filter((one) => one.key !== key));
      // If the desk does not hear of it, it lets the picture go after a day.
      if (id) void dropPictureAction({ mediaId: id }).catch(() => undefined);
      changed();
    },
  };
}

export type Pictures = ReturnType<typeof usePictures>;

function post(threadId: string, file: File): Promise<Response> {
  return fetch(`/api/media?threadId=${threadId}`, { method: "POST", headers: { "content-type": file.type }, body: file });
}
