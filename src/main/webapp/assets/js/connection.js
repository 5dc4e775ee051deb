/** Says when the server no longer answers: the network is away, or the session has ended. */
export function watchConnection() {
  const announcer = document.getElementById("announcer");
  const say = (text) => {
    announcer.hidden = false;
    announcer.textContent = text;
  };
  document.addEventListener("htmx:sendError", () => say(announcer.dataset.connectionLost));
  document.addEventListener("htmx:responseError", (event) => {
    const { connectionLost, connectionFailed } = announcer.dataset;
    say(event.detail.xhr.status === 401 ? connectionLost : connectionFailed);
  });
  document.addEventListener("htmx:afterSwap", () => {
    announcer.hidden = true;
  });
}
