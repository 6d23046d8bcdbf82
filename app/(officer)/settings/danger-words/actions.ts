"use server";

import { saveDangerList } from "@/lib/accounts/save-danger-list";
import { dangerListInput } from "@/lib/accounts/schema";
import { officerAction } from "@/lib/web/officer-action";

/** Sets an account's danger words and what it says to them by itself. */
export const saveDangerListAction = officerAction("dangerList.write", dangerListInput, (input, officer) => saveDangerList(input, officer));
