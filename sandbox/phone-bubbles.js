import { shortTime, words } from "./phone-words.js";

const TIME_GAP_MS = 5 * 60_000;
const LINKS = /<a\s[^>]*?href=["']([^"']*)["'][^>]*>([\s\S]*?)<\/a>|(https?:\/\/[\w\-./?%&=#:~+@!,;]+)/gi;
const COLOURS = ["#5b8def", "#e58a3a", "#7a6ff0", "#2fa58e", "#c9637a", "#5f8f3e", "#8a6d5b"];

/** An element with a class, a text and children; nothing is ever parsed as HTML. */
export function make(tag, className, text, children = []) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  element.append(...children);
  return element;
}

/** A button that a label names. */
export function button(className, text, label) {
  const element = make("button", className, text);
  element.type = "button";
  element.setAttribute("aria-label", label);
  return element;
}

/** A square with the last character of a name, in a colour that stays the name's. */
export function avatar(name) {
  const square = make("span", "avatar", [...name.trim()].at(-1) ?? "");
  const sum = [...name].reduce((total, character) => total + character.codePointAt(0), 0);
  square.style.background = COLOURS[sum % COLOURS.length];
  square.setAttribute("aria-hidden", "true");
  return square;
}

/** What a line says in one row of a list. */
export function gist(line) {
  const kind = words.kinds[line.kind];
  const text = line.text.replace(/<\/?a\b[^>]*>/gi, "").replace(/\s+/g, " ");
  return kind ? `[${kind}] ${text}`.trim() : text;
}

/** The nodes of one line: a time when some minutes lie between, then a bubble or a grey line. */
export function lineNodes(line, previous, resident, choose) {
  const nodes = [];
  const gap = previous ? new Date(line.at) - new Date(previous.at) : Number.POSITIVE_INFINITY;
  if (gap > TIME_GAP_MS) nodes.push(make("p", "moment", shortTime(line.at)));
  if (line.from === "system") return [...nodes, make("p", "moment", line.text)];

  const own = line.from === "resident";
  const face = own ? avatar(resident.name) : make("span", "avatar account", "即");
  const bubble = make("div", "bubble", undefined, content(line, choose));
  nodes.push(make("div", own ? "row own" : "row", undefined, [face, bubble]));
  return nodes;
}

function content(line, choose) {
  const kind = words.kinds[line.kind];
  const shown = line.mediaId ? mediaNode(line, kind) : null;
  if (shown) return [shown];
  if (kind) {
    const label = make("span", "kind", kind);
    const title = line.text ? [line.url ? link(line.url, line.text) : line.text] : [];
    return [label, ...title];
  }
  const text = line.from === "account" ? linked(line.text) : [line.text];
  const items = (line.menu ?? []).map((item) => {
    const button = make("button", "choice", item.content);
    button.type = "button";
    button.addEventListener("click", () => choose(item));
    return button;
  });
  return [...text, ...items];
}

const PLAYERS = { image: "img", voice: "audio", video: "video", shortvideo: "video" };

/** A picture, voice or video as it is; what is no longer there, or what no browser plays (AMR), leaves its kind. */
function mediaNode({ kind, mediaId }, label) {
  const player = PLAYERS[kind];
  if (player === undefined) return null;
  const node = make(player, "picture");
  node.src = `/media/${mediaId}`;
  if (player === "img") node.alt = label;
  else node.controls = true;
  node.addEventListener("error", () => node.replaceWith(make("span", "kind", label)));
  return node;
}

/** WeChat shows `<a href>` and bare addresses as links; only http and https become real ones. */
function linked(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(LINKS)) {
    nodes.push(text.slice(end, match.index));
    const [whole, href, label, bare] = match;
    nodes.push(bare ? link(bare, bare) : link(href, label));
    end = match.index + whole.length;
  }
  return [...nodes, text.slice(end)];
}

function link(href, label) {
  if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return label;
  const anchor = make("a", "", label);
  anchor.href = href;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  return anchor;
}
