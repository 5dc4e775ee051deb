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
  document.addEventListener("htmx:load", (event) => {
    const asked = event.detail.elt.querySelector?.("dialog[data-dialog-opened]");
    if (asked && !asked.open) {
      asked.showModal();
    }
  });
  document.addEventListener("htmx:confirm", askFirst);
}

function askFirst(event) {
  if (!event.detail.question) {
    return;
  }
  event.preventDefault();
  const dialog = document.getElementById("confirm");
  dialog.querySelector("#confirm-text").textContent = event.detail.question;
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
