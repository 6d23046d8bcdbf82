import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

type Props = {
  name: "slug" | "name" | "originalId" | "appId" | "appSecret" | "token" | "encodingAesKey";
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  isSecret?: boolean;
  /** There is one, which is not shown. */
  isSet?: boolean;
  isOptional?: boolean;
};

/** One line of what WeChat's console says of an account. */
export function AccountField({ name, value, onChange, hint, isSecret = false, isSet = false, isOptional = false }: Props) {
  const t = useTranslations("accountSettings");
  return (
    <Field label={t(`fields.${name}`)} hint={hint}>
      {(wiring) => (
        <TextInput
          {...wiring}
          type={isSecret ? "password" : "text"}
          required={!isOptional && !isSet}
          autoComplete={isSecret ? "new-password" : "off"}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          placeholder={isSet ? t("isSet") : ""}
          className="max-w-[28rem]"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
