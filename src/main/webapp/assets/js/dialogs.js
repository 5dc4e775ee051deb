/** Native dialogs: opening, closing, and the question before an act that cannot be taken back. */
export function watchDialogs() {
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog-open]");
    if (opener) {
      document.getElementById(opener.dataset.dialogOpen).showModal();
    }
    if (event.target.closest("[data-dialog-close]")) {
      event.target.closest("dialog").close();
    }
  });
  document.addEventListener("htmx:load", (event) => openAsked(event.detail.elt));
  document.addEventListener("htmx:afterSettle", (event) => {
    const part = event.detail.elt;
    const changed = event.detail.requestConfig.verb === "post" && ["grants", "content"].includes(part.id);
    if (changed && !part.querySelector("dialog[open]")) {
      part.focus();
    }
  });
  document.addEventListener("htmx:confirm", askFirst);
}

/** A form that comes back with complaints comes back open. */
function openAsked(part) {
  const asked = part.querySelector?.("dialog[data-dialog-opened]");
  if (asked && !asked.open) {
    asked.showModal();
    asked.querySelector("[aria-invalid]")?.focus();
  }
}

/** The button that does it says what it does, in the words of the one that was pressed. */
function verb({ triggeringEvent, elt }) {
  const pressed = triggeringEvent?.submitter ?? elt.querySelector("[type=submit]") ?? elt;
  return pressed.textContent.trim();
}

function askFirst(event) {
  if (!event.detail.question) {
    return;
  }
  event.preventDefault();
  const dialog = document.getElementById("confirm");
  dialog.querySelector("#confirm-text").textContent = event.detail.question;
  dialog.querySelector("[value=yes]").textContent = verb(event.detail);
  dialog.returnValue = "";
  dialog.addEventListener(
    "close",
    () => {
      if (dialog.returnValue === "yes") {
        event.detail.issueRequest(true);
      }
    },
    { once: true },
  );
  dialog.showModal();
}
