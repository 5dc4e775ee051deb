/** Says when the server no longer answers: the network is away, or the session has ended. */
export function watchConnection() {
  const announcer = document.getElementById("announcer");
  const lost = () => {
    announcer.hidden = false;
    announcer.textContent = announcer.dataset.connectionLost;
  };
  document.addEventListener("htmx:sendError", lost);
  document.addEventListener("htmx:responseError", lost);
  document.addEventListener("htmx:afterOnLoad", () => {
    announcer.hidden = true;
  });
}
