import { useTranslations } from "next-intl";

/** The look of a tag. */
export const TAG = "rounded-md bg-line-2 px-2 text-ink-2 text-sm";

/** A resident's tags. */
export function Tags({ tags }: { tags: readonly string[] }) {
  const t = useTranslations("context");
  if (tags.length === 0) return <p className="text-ink-3">{t("noTags")}</p>;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {tags.map((tag) => (
        <li key={tag} className={TAG}>
          {tag}
        </li>
      ))}
    </ul>
  );
}
