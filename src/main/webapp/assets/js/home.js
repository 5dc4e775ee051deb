/** Home and bell ask again while somebody looks at them: not behind other pages, and not once everybody has left the desk. */
const PAUSE = 30_000;
const AWAY = 600_000;

export function keepFresh() {
  let touched = Date.now();
  const note = () => {
    touched = Date.now();
  };
  ["pointerdown", "pointermove", "keydown", "scroll"].forEach((kind) =>
    document.addEventListener(kind, note, { passive: true }));
  window.setInterval(() => {
    if (document.visibilityState === "visible" && Date.now() - touched < AWAY) {
      document.querySelectorAll("[data-fresh]").forEach((part) => window.htmx.trigger(part, "fresh"));
    }
  }, PAUSE);
  document.addEventListener("htmx:afterSwap", (event) => {
    const news = document.getElementById("home-news");
    if (news && event.detail.target.id === "blocks") {
      news.textContent = "";
      window.setTimeout(() => {
        news.textContent = news.dataset.words;
      });
    }
  });
}
