/** Sending files from any page of a sender. */
import { filesOf } from "./folders.js";
import { home, trayPart } from "./home.js";
import { markHeld, prepareLine } from "./lines.js";
import { prepareRevision } from "./revision.js";
import { Travel } from "./travel.js";
import { Tray } from "./tray.js";

const prepared = new WeakSet();
let opening = null;

/** Lists files in the tray. */
export async function list(found) {
  if (found.length > 0) {
    (await tray()).list(found);
  }
}

/** Brings the parts of a page to life that send files. */
export async function prepare(page) {
  fresh(page, "[data-choose]").forEach(prepareChooser);
  fresh(page, "[data-revision]").forEach((form) => prepareRevision(form, send));
  const lines = fresh(page, "[data-unfinished]");
  lines.forEach((line) => prepareLine(line, send));
  markHeld(lines);
  if (page.querySelector("[data-tray-place]")) {
    (await tray()).settle(page);
  }
}

async function send(upload) {
  (await tray()).send(upload);
}

/** What was chosen before this was loaded counts too. */
function prepareChooser(chooser) {
  const take = () => {
    const found = filesOf(chooser);
    chooser.value = "";
    list(found);
  };
  chooser.addEventListener("change", take);
  take();
}

function fresh(page, selector) {
  const found = [...page.querySelectorAll(selector)].filter((element) => !prepared.has(element));
  found.forEach((element) => prepared.add(element));
  return found;
}

/** There is one in a window, as long as the window shows pages of the portal. */
function tray() {
  opening ??= open();
  return opening;
}

async function open() {
  if (!document.getElementById("tray")) {
    home().replaceChildren(await trayPart());
  }
  const opened = new Tray(document.getElementById("tray"));
  new Travel(() => !opened.isEmpty);
  document.addEventListener("htmx:beforeSwap", ({ detail }) => detail.shouldSwap && opened.leave(detail.target));
  window.addEventListener("beforeunload", (event) => {
    if (opened.hurts) {
      event.preventDefault();
      event.returnValue = true;
    }
  });
  return opened;
}
