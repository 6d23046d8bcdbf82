import { useTranslations } from "next-intl";
import { useColleagues } from "@/app/(officer)/inbox/feed/use-colleagues";
import { Field } from "@/components/ui/field";
import { TEXT_BOX, TextInput } from "@/components/ui/text-input";
import { QUESTION_STATUSES } from "@/lib/questions/rules";
import type { SearchQuery } from "./search-address";

type Props = { query: SearchQuery; accounts: readonly { id: string; name: string }[]; onChange(query: SearchQuery): void };
type Name = "officer" | "account" | "state";

/** The bounds of a search: from when until when, whose words, which account, what became of the question. */
export function SearchFilters({ query, accounts, onChange }: Props) {
  const t = useTranslations("search");
  const states = useTranslations("questionStatuses");
  const colleagues = useColleagues(true) ?? [];
  const change = (name: Name | "from" | "until", value: string) => {
    const { [name]: _former, ...rest } = query;
    onChange(value === "" ? rest : { ...rest, [name]: value });
  };
  const choices: { name: Name; options: { value: string; label: string }[] }[] = [
    { name: "officer", options: colleagues.map(({ id, name }) => ({ value: id, label: name })) },
    { name: "account", options: accounts.map(({ id, name }) => ({ value: id, label: name })) },
    { name: "state", options: QUESTION_STATUSES.map((state) => ({ value: state, label: states(state) })) },
  ];
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-2 border-line border-b px-[14px] pt-1 pb-3">
      {(["from", "until"] as const).map((name) => (
        <Field key={name} label={t(`filters.${name}`)}>
          {(wiring) => (
            <TextInput {...wiring} type="date" value={query[name] ?? ""} onChange={({ target }) => change(name, target.value)} />
          )}
        </Field>
      ))}
      {choices
        .filter(({ name, options }) => name !== "account" || options.length > 1)
        .map(({ name, options }) => (
          <Field key={name} label={t(`filters.${name}`)}>
            {(wiring) => (
              <select
                {...wiring}
                value={query[name] ?? ""}
                onChange={({ target }) => change(name, target.value)}
                className={`h-9 w-full ${TEXT_BOX}`}
              >
                <option value="">{t("filters.any")}</option>
                {options.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
    </div>
  );
}
