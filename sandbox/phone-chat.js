import { avatar, button, lineNodes, make } from "./phone-bubbles.js";
import { buildMenu } from "./phone-menu.js";
import { panelActions } from "./phone-panel.js";
import { act } from "./phone-server.js";
import { words } from "./phone-words.js";

const TYPING_MS = 15_000;
const NEAR_END_PX = 120;

/** One phone. `close` puts it away, `focus` brings it to the front of a narrow window. */
export function buildPhone(openid, accountName, { close, focus }) {
  let resident = { openid, name: "", note: "", followed: true };
  let last = null;
  let live = [];
  let typingTimer = 0;

  const owner = make("header", "owner");
  const title = make("h2", "", accountName);
  const chat = make("div", "chat");
  chat.setAttribute("role", "log");
  chat.tabIndex = 0;
  const foot = make("footer", "foot");
  const more = button("more", "…", words.more);
  const back = button("back", "‹", words.back);
  const panel = make("div", "panel");
  panel.hidden = true;
  const screen = make("div", "screen", undefined, [make("div", "bar", undefined, [back, title, more]), panel, chat, foot]);
  const element = make("section", "phone", undefined, [owner, screen]);
  element.addEventListener("focusin", focus);
  back.addEventListener("click", close);
  more.addEventListener("click", () => {
    panel.hidden = !panel.hidden;
    if (panel.hidden) return;
    panel.replaceChildren(...panelActions(resident.followed, perform));
    panel.querySelector("button")?.focus();
  });
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") panel.hidden = true;
  });
  document.addEventListener("click", (event) => {
    // The path is of the moment of the click: what was clicked may be gone from the panel since.
    const path = event.composedPath();
    if (!path.includes(more) && !path.includes(panel)) panel.hidden = true;
  });

  const notice = (text) => {
    chat.append(make("p", "moment", text));
    chat.scrollTop = chat.scrollHeight;
  };
  const perform = (what, body) => {
    panel.hidden = true;
    return act(openid, what, body).catch(() => notice(words.notSent));
  };
  const append = (line) => {
    const nearEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < NEAR_END_PX;
    const choose = (item) => perform("messages", { text: item.content, menuId: item.id });
    chat.append(...lineNodes(line, last, resident, choose));
    last = line;
    if (nearEnd || line.from === "resident") chat.scrollTop = chat.scrollHeight;
  };
  const showTyping = (typing) => {
    clearTimeout(typingTimer);
    title.textContent = typing ? words.typing : accountName;
    if (typing) typingTimer = setTimeout(() => showTyping(false), TYPING_MS);
  };
  const input = inputBar((text) => perform("messages", { text }));
  const menu = buildMenu(({ type, name, key, url, pagepath }) => {
    const opens = url ?? pagepath;
    if (opens !== undefined || !key) notice(words.opened(name, opens));
    if (opens !== undefined || key) perform("menu", { type, key, url, pagepath });
  });

  return {
    element,
    focusInput: () => input.querySelector("textarea")?.focus({ preventScroll: true }),
    showTyping,
    showMenu: menu.show,
    addLine: (line) => {
      if (serial(line) <= serial(last)) return;
      live.push(line);
      if (line.from === "account") showTyping(false);
      append(line);
    },
    showChat: (lines, rewritten) => {
      // A line may have come by the stream while this answer was on its way.
      const since = rewritten ? [] : live.filter((line) => serial(line) > serial(lines.at(-1)));
      chat.replaceChildren();
      last = null;
      live = since;
      for (const line of [...lines, ...since]) append(line);
      chat.scrollTop = chat.scrollHeight;
    },
    showResident: (latest) => {
      const changed = latest.followed !== resident.followed || foot.childElementCount === 0;
      resident = latest;
      element.setAttribute("aria-label", words.phoneOf(latest.name));
      const putAway = button("away", "×", words.close);
      putAway.addEventListener("click", close);
      const about = [make("strong", "", latest.name), make("span", "note", latest.note)];
      owner.replaceChildren(avatar(latest.name), make("span", "about", undefined, about), putAway);
      panel.replaceChildren(...panelActions(latest.followed, perform));
      if (changed) {
        foot.replaceChildren(...(latest.followed ? [input, menu.element] : [followBar(perform)]));
      }
    },
  };
}

/** Lines are numbered in the order in which they came: `c17`. */
function serial(line) {
  return line ? Number(line.id.slice(1)) : 0;
}

function inputBar(send) {
  const text = make("textarea", "");
  text.rows = 1;
  text.placeholder = words.input;
  text.setAttribute("aria-label", words.input);
  const submit = button("send", words.send, words.send);
  submit.disabled = true;
  const go = () => {
    const written = text.value.trim();
    if (written === "") return;
    text.value = "";
    submit.disabled = true;
    send(written);
  };
  text.addEventListener("input", () => {
    submit.disabled = text.value.trim() === "";
  });
  text.addEventListener("keydown", (event) => {
    // While an input method composes, Enter chooses a word (229 where isComposing ends too early).
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    go();
  });
  submit.addEventListener("click", () => {
    go();
    text.focus();
  });
  return make("div", "input", undefined, [text, submit]);
}

function followBar(perform) {
  const follow = button("follow", words.follow, words.follow);
  follow.addEventListener("click", () => perform("events", { event: "subscribe", eventKey: "" }));
  return make("div", "unfollowed", undefined, [make("p", "", words.notFollowed), follow]);
}
