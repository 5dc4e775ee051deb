/** Brings the pages to life. Nothing here decides anything: the server does. */
import { forgetWhatWasDone } from "./address.js";
import { watchSession } from "./again.js";
import { prepareComboboxes } from "./combobox.js";
import { watchConnection } from "./connection.js";
import { watchDialogs } from "./dialogs.js";
import { watchLines } from "./lines.js";
import { watchMenus } from "./menus.js";
import { preparePictures, watchPictures } from "./pictures.js";
import { keepPlaces } from "./place.js";
import { keepFresh } from "./home.js";
import { watchSelection } from "./selection.js";
import { prepareUndos } from "./undo.js";
import { watchDrops } from "./uploads/drops.js";

const SENDING = "[data-choose], [data-revision], [data-unfinished]";

forgetWhatWasDone();
watchConnection();
watchSession();
watchDialogs();
watchMenus();
keepPlaces();
watchPictures();
keepFresh();
watchSelection();
watchLines();
watchDrops(async (found) => (await uploads()).list(found));
prepare(document);
document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));

/** What pages bring along is made to work; only those that send files load what that takes. */
async function prepare(page) {
  prepareComboboxes(page);
  prepareUndos(page);
  preparePictures(page);
  if (page.querySelector(SENDING)) {
    (await uploads()).prepare(page);
  }
}

function uploads() {
  return import("./uploads/uploads.js");
}
