import { button, make } from "./phone-bubbles.js";
import { words } from "./phone-words.js";

const PLACE = { latitude: 39.273, longitude: 118.46 };

/** What a resident can do beside writing; `perform` does it. Somebody who does not follow can follow, or scan. */
export function panelActions(followed, perform) {
  const scan = item(words.scan, () => perform("scan", {}));
  const follow = item(words.follow, () => perform("events", { event: "subscribe", eventKey: "" }));
  if (!followed) return [follow, scan];
  const send = (label, kind) => item(label, () => perform("messages", { kind }));
  return [
    chooser(words.choosePicture, "image", "image/*", perform),
    chooser(words.chooseVoice, "voice", ".amr,.mp3", perform),
    chooser(words.chooseVideo, "video", "video/mp4", perform),
    send(words.sendImage, "image"),
    send(words.sendVoice, "voice"),
    send(words.sendVideo, "shortvideo"),
    placeItem(perform),
    send(words.sendLink, "link"),
    send(words.sendFile, "file"),
    send(words.sendSticker, "unsupported"),
    scan,
    item(words.unfollow, () => perform("events", { event: "unsubscribe" })),
  ];
}

function item(label, act) {
  const action = button("action", label, label);
  action.addEventListener("click", act);
  return action;
}

/** A file of one's own, from the machine that plays the phone. */
function chooser(label, kind, accept, perform) {
  const file = make("input", "");
  file.type = "file";
  file.accept = accept;
  file.hidden = true;
  file.addEventListener("change", () => {
    const [chosen] = file.files;
    if (!chosen) return;
    const reader = new FileReader();
    reader.addEventListener("load", () => perform("messages", { kind, data: reader.result.split(",")[1] }));
    reader.readAsDataURL(chosen);
    file.value = "";
  });
  const action = item(label, () => file.click());
  action.append(file);
  return action;
}

/** Opens a small form in its own place: which place is sent. */
function placeItem(perform) {
  const action = item(words.sendLocation, () => {
    const form = placeForm(perform);
    action.replaceWith(form);
    form.querySelector("input").focus();
  });
  return action;
}

function placeForm(perform) {
  const label = field(words.placeName, "text", words.somePlace);
  const latitude = field(words.latitude, "number", PLACE.latitude);
  const longitude = field(words.longitude, "number", PLACE.longitude);
  const submit = make("button", "", words.send);
  const form = make("form", "place", undefined, [label, latitude, longitude, submit]);
  const written = (one) => one.querySelector("input").value;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const place = { latitude: Number(written(latitude)), longitude: Number(written(longitude)) };
    perform("messages", { kind: "location", label: written(label), ...place });
  });
  return form;
}

function field(name, type, value) {
  const input = make("input", "");
  Object.assign(input, { type, value, required: true, step: "any" });
  return make("label", "", name, [input]);
}
