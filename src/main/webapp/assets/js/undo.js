/** What can be taken back for a while is offered no longer than that. */
export function prepareUndos(root) {
  root.querySelectorAll("[data-undo]").forEach((form) => {
    window.setTimeout(() => end(form), Number(form.dataset.left));
  });
}

function end(form) {
  if (!form.isConnected) {
    return;
  }
  const over = form.parentElement.querySelector("[data-undo-over]");
  const hadFocus = form.contains(document.activeElement);
  form.remove();
  over.hidden = false;
  if (hadFocus) {
    over.focus();
  }
}
