"use client";

import { ChevronDown, ClipboardCheck, LogOut, Settings, Users } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { forgetBegunNotes } from "@/app/(officer)/inbox/composer/notes/note-text";
import { Badge } from "@/components/ui/badge";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import { toast } from "@/components/ui/toast";
import { may, type Role } from "@/lib/officers/rules";
import { signOutHere } from "@/lib/web/browser-session";
import { readyToLeave } from "./before-leaving";
import { useClosingCount } from "./closings/use-closing-count";
import { PreferenceChoices } from "./preference-choices";
import { leaving } from "./sign-in-again";

/** Who is signed in, and everything that is theirs to set: look, language, keys, password, leaving. */
export function OfficerMenu({ name, role }: { name: string; role: Role }) {
  const t = useTranslations("officerMenu");
  const roles = useTranslations("roles");
  const router = useRouter();
  const closings = useClosingCount(role);

  async function leave() {
    await readyToLeave();
    leaving(true);
    if (!(await signOutHere())) {
      leaving(false);
      return toast(t("signOutFailed"), { tone: "danger" });
    }
    forgetBegunNotes();
    location.assign("/sign-in");
  }

  return (
    <Menu
      along="end"
      // What the button shows stands in its name, too: whoever speaks to the screen says what is seen.
      label={closings > 0 ? `${name}${t("closingsBadge", { count: closings })} ${t("open", { name })}` : t("open", { name })}
      className="inline-flex h-8 shrink-0 items-center gap-1 rounded-md px-2 text-ink-2 hover:bg-line-2 hover:text-ink"
      button={
        <>
          <span className="max-w-[8em] truncate">{name}</span>
          {closings > 0 ? <Badge tone="info">{t("closingsBadge", { count: closings })}</Badge> : null}
          <ChevronDown size={16} aria-hidden />
        </>
      }
    >
      <p className="px-2.5 pt-1 pb-2">
        <span className="font-semibold">{name}</span> <span className="text-ink-3 text-sm">{roles(role)}</span>
      </p>
      <PreferenceChoices />
      <div className="border-line-2 border-t pt-1">
        <MenuItem onSelect={() => router.push("/clusters")}>
          <Users size={16} aria-hidden />
          {t("clusters")}
        </MenuItem>
        {may(role, "closings.review") ? (
          <MenuItem onSelect={() => router.push("/closings")}>
            <ClipboardCheck size={16} aria-hidden />
            {t("closings", { count: closings })}
          </MenuItem>
        ) : null}
        <MenuItem onSelect={() => router.push("/settings")}>
          <Settings size={16} aria-hidden />
          {t("allSettings")}
        </MenuItem>
        <MenuItem onSelect={leave}>
          <LogOut size={16} aria-hidden />
          {t("signOut")}
        </MenuItem>
      </div>
    </Menu>
  );
}
