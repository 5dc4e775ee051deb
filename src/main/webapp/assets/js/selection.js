/** Says how many documents of a list are ticked, and offers what can be done with them. Parts of the page come and go. */
export function watchSelection() {
  document.addEventListener("change", (event) => {
    if (event.target.closest("[data-select-all]")) {
      boxes().forEach((box) => {
        box.checked = event.target.checked;
      });
    }
    if (event.target.matches("[data-selected], [data-select-all] input")) {
      show();
    }
  });
  document.addEventListener("htmx:load", show);
  show();
}

function boxes() {
  return [...document.querySelectorAll("[data-selected]")];
}

function show() {
  const form = document.querySelector("[data-selection]");
  if (!form) {
    return;
  }
  const ticked = boxes().filter((box) => box.checked).length;
  const all = form.querySelector("[data-select-all]");
  all.hidden = false;
  all.querySelector("input").checked = ticked > 0 && ticked === boxes().length;
  all.querySelector("input").indeterminate = ticked > 0 && ticked < boxes().length;
  const count = form.querySelector("[data-selection-count]");
  count.textContent = ticked ? `${ticked} ${count.dataset.words}` : "";
  form.querySelectorAll("button").forEach((button) => {
    button.disabled = ticked === 0;
  });
}
