import { avatar, gist, make } from "./phone-bubbles.js";
import { language, shortTime, words } from "./phone-words.js";

/**
 * The list of residents. `open` is called with an openid, `create` for a new resident. The answer
 * draws the list anew from what is known.
 */
export function buildList(container, { open, create }) {
  const name = make("h1", "", words.pageTitle);
  const connection = make("p", "connection");
  const toggle = make("a", "language", words.otherLanguage);
  toggle.lang = language === "en" ? "zh-CN" : "en";
  const search = make("input", "search");
  search.type = "search";
  search.placeholder = words.search;
  search.setAttribute("aria-label", words.search);
  const button = make("button", "create", words.newResident);
  button.type = "button";
  button.addEventListener("click", create);
  const list = make("ul", "list");
  container.append(
    make("header", "", undefined, [
      make("div", "heading", undefined, [name, toggle]),
      connection,
      make("div", "tools", undefined, [search, button]),
    ]),
    list,
  );

  let known = { residents: [], openids: [], unread: new Set() };
  const draw = () => {
    const found = matching(known.residents, search.value);
    const empty = known.residents.length === 0 ? words.noResidents : words.nothingFound;
    list.replaceChildren(
      ...found.map((resident) => row(resident, known, open)),
      ...(found.length === 0 ? [make("li", "empty", empty)] : []),
    );
    toggle.href = (language === "en" ? "?lang=zh-CN" : "?lang=en") + location.hash;
  };
  search.addEventListener("input", draw);
  return {
    show: (latest) => {
      known = latest;
      draw();
    },
    showAccount: (state) => {
      name.textContent = state.account.name;
      const verified = state.webhook.verifiedAt !== null;
      connection.textContent = verified ? words.connected : words.notConnected;
      connection.classList.toggle("connected", verified);
    },
  };
}

function matching(residents, wanted) {
  const needle = wanted.trim().toLowerCase();
  const latest = ({ lastLine }) => lastLine?.at ?? "newest";
  return residents
    .filter(({ hidden }) => !hidden)
    .filter(({ name, note, openid, lastLine }) =>
      [name, note, openid, lastLine?.text ?? ""].some((text) => text.toLowerCase().includes(needle)),
    )
    .sort((a, b) => latest(b).localeCompare(latest(a)));
}

function row(resident, { openids, unread }, open) {
  const { openid, name, note, lastLine } = resident;
  const face = avatar(name);
  const top = make("span", "line", undefined, [make("strong", "", name), make("time", "", lastLine ? shortTime(lastLine.at) : "")]);
  const below = make("span", "gist", lastLine ? gist(lastLine) : note || words.nothingYet);
  const button = make("button", openids.includes(openid) ? "person shown" : "person", undefined, [
    face,
    make("span", "words", undefined, [top, below]),
  ]);
  button.type = "button";
  button.title = note;
  button.addEventListener("click", () => open(openid));
  if (unread.has(openid)) {
    const dot = make("span", "dot");
    dot.setAttribute("role", "img");
    dot.setAttribute("aria-label", words.unread);
    button.append(dot);
  }
  return make("li", "", undefined, [button]);
}
