"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PhoneFrame } from "@/app/(officer)/standing-answers/phone";
import { Segmented } from "@/components/ui/segmented";
import { type Button, buttonsOf, type CustomMenu } from "@/lib/standing-answers/buttons";
import { MenuBar } from "./menu-bar";
import { useButtonWords } from "./use-place-words";

type Props = { account: string; made: CustomMenu; found: readonly Button[] | null };

/** The menu at the foot of a resident's phone, as it would be pushed or as it stands in WeChat; a tap says what it brings. */
export function MenuPhone({ account, made, found }: Props) {
  const t = useTranslations("customMenu");
  const words = useButtonWords();
  const [which, setWhich] = useState<"made" | "found">("made");
  const [tapped, setTapped] = useState<Button | null>(null);
  const buttons = which === "found" && found ? found : buttonsOf(made);

  const said = (button: Button) => {
    const { name, does } = button;
    if (does?.to === "jida:menu") return t("tapWholeMenu", { name });
    return does?.to.startsWith("jida:") ? t("tapAnswer", { name }) : t("tapOther", { name, does: words(button) });
  };
  return (
    <div className="flex flex-col gap-3">
      {found === null ? null : (
        <Segmented
          label={t("which")}
          segments={(["made", "found"] as const).map((value) => ({ value, label: t(value) }))}
          value={which}
          onChange={(value) => {
            setWhich(value);
            setTapped(null);
          }}
        />
      )}
      <PhoneFrame
        account={account}
        caption={t("phone")}
        foot={<MenuBar key={which} buttons={buttons} onTap={setTapped} empty={t("empty")} />}
      >
        <p role="status" className="m-auto text-center text-ink-2 text-sm">
          {tapped ? said(tapped) : buttons.length > 0 ? t("tapHint") : ""}
        </p>
      </PhoneFrame>
    </div>
  );
}
