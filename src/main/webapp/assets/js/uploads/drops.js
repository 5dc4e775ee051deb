/** Files may be dropped anywhere on a page; the browser never opens them instead. */
import { filesIn } from "./folders.js";

/** @param take gets the files that were dropped, where the page is one of a sender */
export function watchDrops(take) {
  const home = document.getElementById("tray-home");
  const sign = home && signOf(home.dataset.drop);
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
  window.addEventListener("dragover", (event) => {
    if (carriesFiles(event)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = home ? "copy" : "none";
      sign?.toggleAttribute("hidden", false);
    }
  });
  window.addEventListener("dragleave", ({ relatedTarget }) => relatedTarget === null && sign?.toggleAttribute("hidden", true));
  window.addEventListener("drop", async (event) => {
    sign?.toggleAttribute("hidden", true);
    if (carriesFiles(event)) {
      event.preventDefault();
      const found = filesIn(event.dataTransfer);
      if (home) {
        take(await found);
      }
    }
  });
}

function signOf(text) {
  const sign = document.createElement("div");
  sign.className = "drop-sign";
  sign.textContent = text;
  sign.hidden = true;
  sign.setAttribute("aria-hidden", "true");
  document.body.append(sign);
  return sign;
}
