import { buildPhone } from "./phone-chat.js";
import { buildList } from "./phone-list.js";
import { call, listen } from "./phone-server.js";
import { language, words } from "./phone-words.js";

const MOST_PHONES = 4;
const PHONE_WIDTH_PX = 330;
const STATE_EVERY_MS = 5000;

const desk = document.getElementById("phones");
const residents = new Map();
const phones = new Map();
const unread = new Set();
let accountName = "";
let front = null;

document.documentElement.lang = language;
document.title = words.pageTitle;
const empty = Object.assign(document.createElement("p"), {
  className: "nobody",
  textContent: words.choosePhone,
});
const list = buildList(document.getElementById("people"), {
  open: (openid) => openPhone(openid, true),
  create: async () => {
    const { openid } = await call("POST", "residents", {
      name: `${words.newResident} ${residents.size + 1}`,
    });
    await loadResidents();
    await openPhone(openid, true);
  },
});

await loadState();
listen({
  open: loadAll,
  reset: loadAll,
  line: ({ openid, line, resident }) => {
    keep(resident);
    phones.get(openid)?.addLine(line);
    if (line.from !== "resident" && !phones.has(openid)) unread.add(openid);
    drawList();
  },
  chat: ({ openid }) => phones.has(openid) && loadChat(openid, true),
  resident: async ({ openid, resident }) => {
    keep(resident);
    if (!phones.has(openid) && location.hash.includes(openid)) await openFromHash();
    drawList();
  },
  menu: loadMenus,
  typing: ({ openid, typing }) => phones.get(openid)?.showTyping(typing),
});
setInterval(() => loadState().catch(() => {}), STATE_EVERY_MS);
addEventListener("hashchange", openFromHash);

async function loadState() {
  const state = await call("GET", "state");
  accountName = state.account.name;
  list.showAccount(state);
}

/** A follower with a tag may have a menu of their own. */
async function loadMenu(openid) {
  const { button } = await call("GET", `residents/${openid}/menu`);
  phones.get(openid)?.showMenu(button ?? []);
}

async function loadMenus() {
  for (const openid of phones.keys()) await loadMenu(openid);
}

async function loadAll() {
  await loadResidents();
  for (const openid of [...phones.keys()]) {
    if (residents.has(openid)) await loadChat(openid);
    else closePhone(openid);
  }
  await loadMenus();
  await openFromHash();
  drawList();
}

async function loadResidents() {
  const answer = await call("GET", "residents");
  residents.clear();
  for (const resident of answer.residents) keep(resident);
  drawList();
}

async function loadChat(openid, rewritten = false) {
  const lines = await call("GET", `residents/${openid}/chat`);
  phones.get(openid)?.showChat(lines, rewritten);
}

function keep(resident) {
  if (!resident) return;
  residents.set(resident.openid, resident);
  phones.get(resident.openid)?.showResident(resident);
}

function drawList() {
  list.show({
    residents: [...residents.values()],
    openids: [...phones.keys()],
    unread,
  });
  if (phones.size === 0) desk.append(empty);
  else empty.remove();
  document.body.classList.toggle("reading", phones.size > 0);
}

async function openFromHash() {
  const wanted = location.hash
    .slice(1)
    .split(",")
    .filter((openid) => residents.has(openid));
  for (const openid of [...phones.keys()]) if (!wanted.includes(openid)) closePhone(openid);
  const before = front;
  for (const openid of wanted.slice(0, MOST_PHONES)) await openPhone(openid, false);
  if (before === null && wanted[0]) bringToFront(wanted[0]);
}

/** Opens a phone beside the others, or in place of the front one when there is no room. */
async function openPhone(openid, chosen) {
  unread.delete(openid);
  if (!phones.has(openid)) {
    const room = Math.min(MOST_PHONES, Math.max(1, Math.floor(desk.clientWidth / PHONE_WIDTH_PX)));
    const replaced = chosen && phones.size >= room ? phones.get(front)?.element : undefined;
    const leaving = front;
    const phone = buildPhone(openid, accountName, {
      close: () => {
        closePhone(openid);
        writeHash();
      },
      focus: () => bringToFront(openid),
    });
    phones.set(openid, phone);
    phone.showResident(residents.get(openid));
    if (replaced) {
      replaced.replaceWith(phone.element);
      phones.delete(leaving);
    } else desk.append(phone.element);
    await loadMenu(openid);
    await loadChat(openid);
  }
  bringToFront(openid);
  if (chosen) {
    phones.get(openid)?.focusInput();
    writeHash();
  }
  drawList();
}

function closePhone(openid) {
  phones.get(openid)?.element.remove();
  phones.delete(openid);
  if (front === openid) bringToFront([...phones.keys()].at(-1) ?? null);
  drawList();
}

function bringToFront(openid) {
  front = openid;
  for (const [owner, phone] of phones) phone.element.classList.toggle("front", owner === openid);
}

function writeHash() {
  const order = [...phones].sort(([, a], [, b]) =>
    a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  const hash = order.map(([openid]) => openid).join(",");
  history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
}
