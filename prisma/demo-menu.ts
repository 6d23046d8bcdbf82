import type { ActingOfficer } from "@/lib/officers/scope";
import { readCustomMenu } from "@/lib/standing-answers/menus";
import { moveAnswer } from "@/lib/standing-answers/move-answer";
import { pushMenu } from "@/lib/standing-answers/push-menu";
import { saveDraft } from "@/lib/standing-answers/save-draft";
import type { OfficerLogin } from "./town";

/** The columns of the demo's custom menu; they only unfold, so that nothing of them is published. */
const COLUMNS = ["看动态", "常用问答", "区情办事"];

/** Names the columns that the demo's six categories stand in, and has the menu put into WeChat as soon as a worker runs. */
export async function playMenu(accountId: string, known: (login: OfficerLogin) => ActingOfficer, start: Date): Promise<void> {
  const supervisor = known("he");
  const timeless = { asOf: null, validFrom: null, validUntil: null, reviewAt: null };
  for (const [index, name] of COLUMNS.entries()) {
    const written = {
      body: { kind: "text" as const, text: "只作菜单里一列的名字，不发布。" },
      rules: [],
      source: "区政务热线办",
      ...timeless,
    };
    const { id: standingAnswerId } = await saveDraft({ answer: { accountId, name, number: null }, ...written }, supervisor, start);
    const place = { number: null, parentId: null, position: 99, menu: { column: index + 1, row: 0 } };
    await moveAnswer({ standingAnswerId, seen: 0, name, ...place }, supervisor, start);
  }
  const kept = await readCustomMenu(supervisor.scope, accountId, start);
  if (!kept) throw new Error("the demo has no menu");
  await pushMenu({ accountId, print: kept.made.print }, supervisor, start);
}
