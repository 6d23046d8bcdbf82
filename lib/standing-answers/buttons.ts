/** What a tap sends back: the words of one standing answer, or the whole menu by number. */
const WHOLE_MENU = "menu";
/** The row that residents find the whole menu behind, where there is room for it. */
const WHOLE_MENU_NAME = "全部栏目";

/** What menu/create takes (protocol section 9.1): one to three columns, of at most five rows each. Names and keys in UTF-8 bytes. */
const MOST_COLUMNS = 3;
const MOST_ROWS = 5;
export const COLUMN_BYTES = 16;
export const ROW_BYTES = 60;
const KEY_BYTES = 128;

type Click = { type: "click"; name: string; key: string };
/** WeChat's custom menu as menu/create takes it. A column with rows only unfolds: WeChat tells nobody that it was tapped. */
export type CustomMenu = { button: (Click | { name: string; sub_button: Click[] })[] };

/** A standing answer with a place in the menu; row 0 is the column itself. `state`: whether residents get it now. */
export type Placed = { id: string; name: string; column: number; row: number; state: "inForce" | "notPublished" | "notInTime" };

/** Why WeChat's menu was not changed or not read, as the adapter says it; noToken: there is no access token. */
export const MENU_FAILURES = [
  ...(["systemBusy", "quotaSpent", "tokenInvalid", "notGranted", "otherErrcode", "unreachable", "noToken"] as const),
  ...(["buttonCount", "buttonName", "buttonKey", "buttonUrl", "buttonType", "menuCount"] as const),
] as const;
export type MenuFailureCode = (typeof MENU_FAILURES)[number];

/** Why a place cannot go to WeChat as it is. `row` 0: the column. `bytes`: how many there are where so many are too many. */
export type MenuFinding = {
  answerId: string | null;
  code: "nothing" | "noHead" | "emptyColumn" | "notPublished" | "notInTime" | "nameTooLong" | "keyTooLong" | "outside";
  column: number;
  row: number;
  name: string;
  bytes: number;
};

/** One button at its place, from 1; row 0 is the column. `does`: its type and what it leads to; null for a column that only unfolds. */
export type Button = { column: number; row: number; name: string; does: { type: string; to: string } | null };

/** Where two menus are not the same, in the order of their places. null: no button stands there. */
export type Difference = { column: number; row: number; before: Button | null; after: Button | null };

/**
 * The menu that an account's placed answers make, and all that stands against it, place by place. What cannot be tapped is left out;
 * the whole menu takes a column of its own, or else the last row there is room for.
 */
export function menuMade(placed: readonly Placed[]): { menu: CustomMenu; findings: MenuFinding[] } {
  const columns = [...new Set(placed.map(({ column }) => column))].sort((one, other) => one - other);
  const made = columns.map((column) => columnMade(placed.filter((one) => one.column === column).toSorted((a, b) => a.row - b.row)));
  const button = made.flatMap((one) => one.button ?? []);
  const findings = made.flatMap((one) => one.findings);
  if (button.length === 0)
    return { menu: { button }, findings: [...findings, finding("nothing", { column: 1, row: 0, name: "", id: null })] };
  return { menu: { button: withWholeMenu(button) }, findings };
}

/** The buttons of a menu as anybody may have made it, our own or what menu/get tells; nothing that has no name. */
export function buttonsOf(menu: unknown): Button[] {
  return listIn(menu, "button").flatMap((column, index) => {
    const rows = listIn(column, "sub_button");
    const head = { column: index + 1, row: 0, name: textIn(column, "name"), does: rows.length > 0 ? null : doneBy(column) };
    return [head, ...rows.map((row, at) => ({ column: index + 1, row: at + 1, name: textIn(row, "name"), does: doneBy(row) }))];
  });
}

/** Where a menu that was so is otherwise now. */
export function differences(before: unknown, after: unknown): Difference[] {
  const [old, young] = [buttonsOf(before), buttonsOf(after)];
  const places = [...old, ...young.filter((button) => !old.some((other) => isSamePlace(button, other)))];
  return places
    .toSorted((one, other) => one.column - other.column || one.row - other.row)
    .map((place) => ({
      ...{ column: place.column, row: place.row },
      before: old.find((button) => isSamePlace(button, place)) ?? null,
      after: young.find((button) => isSamePlace(button, place)) ?? null,
    }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
}

/** A text that two menus share if and only if they are the same. */
export function printOf(menu: unknown): string {
  return JSON.stringify(buttonsOf(menu).map(({ name, row, does }) => [row, name, does?.type ?? null, does?.to ?? null]));
}

function columnMade(placed: readonly Placed[]): { button: CustomMenu["button"][number] | null; findings: MenuFinding[] } {
  const head = placed.find(({ row }) => row === 0);
  const below = placed.filter(({ row }) => row > 0);
  const rows = below.filter(({ state }) => state === "inForce");
  const findings = [
    ...placed.filter(({ column, row }) => column < 1 || column > MOST_COLUMNS || row > MOST_ROWS).map((one) => finding("outside", one)),
    // A column that only unfolds is a name: nobody gets its text by it.
    ...placed.flatMap((one) => (one.state === "inForce" || (one === head && below.length > 0) ? [] : finding(one.state, one))),
    ...placed.flatMap((one) => tooLong(one)),
  ];
  if (!head) return { button: null, findings: [...findings, ...below.slice(0, 1).map((one) => finding("noHead", { ...one, id: null }))] };
  if (rows.length > 0) return { button: { name: head.name, sub_button: rows.map(clickOf) }, findings };
  if (below.length > 0) return { button: null, findings: [...findings, finding("emptyColumn", head)] };
  return { button: head.state === "inForce" ? clickOf(head) : null, findings };
}

function tooLong(placed: Placed): MenuFinding[] {
  const [name, key] = [bytesOf(placed.name), bytesOf(keyOf(placed.id))];
  return [
    ...(name > (placed.row === 0 ? COLUMN_BYTES : ROW_BYTES) ? [finding("nameTooLong", placed, name)] : []),
    ...(key > KEY_BYTES ? [finding("keyTooLong", placed, key)] : []),
  ];
}

function withWholeMenu(button: CustomMenu["button"]): CustomMenu["button"] {
  const whole: Click = { type: "click", name: WHOLE_MENU_NAME, key: keyOf(WHOLE_MENU) };
  if (button.length < MOST_COLUMNS) return [...button, whole];
  const roomy = button.findLastIndex((column) => "sub_button" in column && column.sub_button.length < MOST_ROWS);
  return button.map((column, index) =>
    index === roomy && "sub_button" in column ? { ...column, sub_button: [...column.sub_button, whole] } : column,
  );
}

type Found = Pick<Placed, "column" | "row" | "name"> & { id: string | null };

function finding(code: MenuFinding["code"], { id: answerId, column, row, name }: Found, bytes = 0): MenuFinding {
  return { answerId, code, column, row, name, bytes };
}

function clickOf({ id, name }: Placed): Click {
  return { type: "click", name, key: keyOf(id) };
}

function isSamePlace(one: Button, other: Button): boolean {
  return one.column === other.column && one.row === other.row;
}

function doneBy(button: unknown): Button["does"] {
  const to = ["key", "url", "media_id", "article_id", "appid", "pagepath"]
    .map((field) => textIn(button, field))
    .filter((text) => text !== "");
  return { type: textIn(button, "type"), to: to.join(" ") };
}

function listIn(value: unknown, field: string): unknown[] {
  const found = valueIn(value, field);
  return Array.isArray(found) ? found : [];
}

function textIn(value: unknown, field: string): string {
  const found = valueIn(value, field);
  return typeof found === "string" ? found : "";
}

function valueIn(value: unknown, field: string): unknown {
  return typeof value === "object" && value !== null && field in value ? (value as Record<string, unknown>)[field] : null;
}

const keyOf = (id: string) => `jida:${id}`;
const bytesOf = (text: string) => new TextEncoder().encode(text).length;
