/** Whoever goes back to a list finds it as it was left: filters, words and how much of it was shown are in its address. */
const KEPT = "sluis.place.";

export function keepPlaces() {
  document.addEventListener("htmx:replacedInHistory", keep);
  document.addEventListener("htmx:pushedIntoHistory", keep);
  keep();
  document.querySelectorAll("[data-back-to]").forEach((link) => {
    const query = window.sessionStorage.getItem(KEPT + link.dataset.backTo);
    if (query) {
      link.search = query;
    }
  });
}

function keep() {
  const list = document.querySelector("[data-place]");
  if (list) {
    window.sessionStorage.setItem(KEPT + list.dataset.place, window.location.search);
  }
}
