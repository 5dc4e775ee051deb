/**
 * Lists of documents by keys, and with a preview beside them where there is room. A line is a link to a document; the chosen one has
 * the focus. A preview is an entry in the trail: it is asked for once its line has been chosen for a moment, and not when it is passed.
 */
import { Pane } from "./pane.js";

const LINES = "[data-line]";
const TYPING = "input, textarea, select, [contenteditable]";

export function watchLines() {
  const dialog = document.getElementById("keys");
  const choice = document.querySelector("[data-beside-choice]");
  if (!choice) {
    return;
  }
  choice.hidden = false;
  const pane = new Pane(choice, keep);
  const use = dialog.querySelector("[data-keys-use]");
  use.addEventListener("change", () => keep("keys", use.checked));
  document.addEventListener("keydown", (event) => {
    if (use.checked && !event.ctrlKey && !event.altKey && !event.metaKey && !event.defaultPrevented
      && !event.target.closest(TYPING) && !document.querySelector("dialog[open]")) {
      press(event, dialog, pane);
    }
  });

  function keep(name, on) {
    const form = new URLSearchParams({ _csrf: choice.querySelector("[name=_csrf]").value, [name]: on });
    window.fetch("/preferences", { method: "POST", body: form, redirect: "manual" });
  }
}

function press(event, dialog, pane) {
  const act = {
    j: () => move(1),
    k: () => move(-1),
    d: () => download(pane),
    "?": () => dialog.showModal(),
  }[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
}

function current() {
  return document.activeElement.closest(LINES) ?? document.querySelector(`${LINES}[aria-current]`);
}

function move(step) {
  const lines = [...document.querySelectorAll(LINES)].filter((line) => line.offsetParent !== null);
  const at = lines.indexOf(current());
  const next = lines[at < 0 ? 0 : Math.min(lines.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function download(pane) {
  const line = current();
  if (!line) {
    return;
  }
  if (["DOWNLOAD", "REVISE"].includes(line.dataset.line)) {
    const link = document.createElement("a");
    link.href = `${line.pathname}/content`;
    link.download = "";
    link.click();
  } else {
    pane.tellDownloadMissing();
  }
}
