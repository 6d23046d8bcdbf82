import { languageOf } from "@/app/language-of";
import { linkParts } from "./safe-links";

/** What somebody wrote, line breaks kept, its web addresses as links that tell the other site nothing. */
export function LinkedText({ text }: { text: string }) {
  let from = 0;
  return (
    <span lang={languageOf(text)} className="wrap-anywhere whitespace-pre-wrap">
      {linkParts(text).map((part) => {
        const key = from;
        from += part.text.length;
        if (part.kind === "text") return <span key={key}>{part.text}</span>;
        return (
          <a
            key={key}
            href={part.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="text-info underline underline-offset-2"
          >
            {part.text}
          </a>
        );
      })}
    </span>
  );
}
