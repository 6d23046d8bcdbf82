"use client";

import { useTranslations } from "next-intl";
import { isNotPassedOn, MEDIA_KINDS } from "@/lib/messages/rules";
import type { ThreadMessage } from "@/lib/threads/queries";
import { LinkedText } from "./linked-text";
import { MediaPart } from "./media/media-part";
import { PlacePart } from "./media/place";
import { placeOf } from "./media/place-of";
import { safeAddress } from "./safe-links";

/** What a message says: its words, and for everything that is not text its kind and what is known of it. */
export function MessageBody({ message }: { message: ThreadMessage }) {
  const kinds = useTranslations("messageKinds");
  const { kind, text } = message;
  if (kind === "text") return isNotPassedOn(text) ? <span className="text-ink-2">{kinds("notPassedOn")}</span> : <LinkedText text={text} />;
  return (
    <div>
      <span className={isMedia(kind) && message.media?.state === "stored" ? "sr-only" : "text-ink-2"}>
        {kinds(kinds.has(kind) ? kind : "unknown")}
      </span>{" "}
      {text ? <LinkedText text={text} /> : null}
      <Facts message={message} />
    </div>
  );
}

function Facts({ message }: { message: ThreadMessage }) {
  const t = useTranslations("thread.facts");
  const fact = (name: string) => factOf(message, name);
  if (isMedia(message.kind)) return <MediaPart message={message} />;
  if (message.kind === "location") {
    const place = placeOf(message);
    return place ? <PlacePart place={place} /> : null;
  }
  if (message.kind === "link") return <SharedLink description={fact("Description")} address={fact("Url")} />;
  if (message.kind === "file") {
    const description = fact("Description");
    return (
      <>
        {description ? <Small>{description}</Small> : null}
        <Small>{t("fileStays")}</Small>
      </>
    );
  }
  return null;
}

function isMedia(kind: string): boolean {
  return (MEDIA_KINDS as readonly string[]).includes(kind);
}

function SharedLink({ description, address }: { description: string | null; address: string | null }) {
  const t = useTranslations("thread.facts");
  const href = address && safeAddress(address);
  return (
    <>
      {description ? <Small>{description}</Small> : null}
      {href ? (
        <a
          href={href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          title={href}
          className="flex min-h-6 w-fit items-center text-info text-sm underline underline-offset-2"
        >
          {t("openLink", { host: new URL(href).host })}
        </a>
      ) : null}
    </>
  );
}

function Small({ children }: { children: string }) {
  return <p className="wrap-anywhere text-ink-2 text-sm">{children}</p>;
}

function factOf(message: ThreadMessage, name: string): string | null {
  const value = message.facts?.[name];
  return typeof value === "string" && value !== "" ? value : null;
}
