import { make } from "./phone-bubbles.js";
import { words } from "./phone-words.js";

/** The account's menu at the foot of a phone; a column with rows unfolds above the bar. `tap` does what a button says. */
export function buildMenu(tap) {
  const bar = make("nav", "menu");
  bar.setAttribute("aria-label", words.menu);
  let open = null;
  const fold = () => {
    open?.querySelector("ul")?.remove();
    open?.querySelector("button")?.setAttribute("aria-expanded", "false");
    open = null;
  };
  const unfold = (column, rows) => {
    const items = rows.map((row) => make("li", "", undefined, [item(row, () => [fold(), tap(row)])]));
    column.append(make("ul", "rows", undefined, items));
    column.querySelector("button").setAttribute("aria-expanded", "true");
    open = column;
  };
  const columnOf = (button) => {
    const rows = button.sub_button ?? [];
    const column = make("div", "column");
    const toggle = () => {
      const wasOpen = open === column;
      fold();
      if (!wasOpen) unfold(column, rows);
    };
    const head = item(button, rows.length > 0 ? toggle : () => [fold(), tap(button)]);
    if (rows.length > 0) {
      head.setAttribute("aria-expanded", "false");
      head.classList.add("unfolds");
    }
    column.append(head);
    return column;
  };
  bar.addEventListener("keydown", (event) => event.key === "Escape" && fold());
  document.addEventListener("click", (event) => !bar.contains(event.target) && fold());
  return {
    element: bar,
    show: (buttons) => {
      open = null;
      bar.hidden = buttons.length === 0;
      bar.replaceChildren(...buttons.map(columnOf));
    },
  };
}

function item({ name }, act) {
  const button = make("button", "item", name);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}
