/** What the tabs of one browser tell each other. */
const TABS = "sluis-session";

/** Says when the server no longer answers: the network is away, or the session has ended, here or in another tab. */
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
  const tabs = new BroadcastChannel(TABS);
  tabs.addEventListener("message", () => say(announcer.dataset.connectionOver));
  document.querySelector("[data-sign-out]")?.addEventListener("submit", () => tabs.postMessage("over"));
  document.addEventListener("htmx:afterSwap", () => {
    announcer.hidden = true;
  });
}
