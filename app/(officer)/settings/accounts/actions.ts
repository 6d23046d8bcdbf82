"use server";

import { addAccount } from "@/lib/accounts/add-account";
import { changeAccount } from "@/lib/accounts/change-account";
import { accountActiveInput, changeAccountInput, newAccountInput } from "@/lib/accounts/schema";
import { setAccountActive } from "@/lib/accounts/set-account-active";
import { DEFAULT_DANGER_WORDS } from "@/lib/questions/rules";
import { sensitiveAction } from "@/lib/web/officer-action";

/** Adds a 公众号. */
export const addAccountAction = sensitiveAction("accounts.write", newAccountInput, (input, admin) =>
  addAccount(input, DEFAULT_DANGER_WORDS, admin),
);

/** Another name, other ids or keys. */
export const changeAccountAction = sensitiveAction("accounts.write", changeAccountInput, (input, admin) => changeAccount(input, admin));

/** 停用、启用. */
export const setAccountActiveAction = sensitiveAction("accounts.write", accountActiveInput, (input, admin) =>
  setAccountActive(input, admin),
);
