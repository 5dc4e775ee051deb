/** Says when the server no longer answers: the network is away, or the session has ended, here or in another tab. */
import { listen, tell } from "./tabs.js";

export function watchConnection() {
  const announcer = document.getElementById("announcer");
  const say = (text) => {
    // What lies behind an open dialog is neither seen nor heard.
    (document.querySelector("dialog:modal") ?? document.body).append(announcer);
    announcer.hidden = false;
    announcer.textContent = text;
  };
  const hush = () => {
    announcer.hidden = true;
  };
  document.addEventListener("htmx:sendError", () => say(announcer.dataset.connectionLost));
  document.addEventListener("htmx:responseError", ({ detail }) => {
    const { connectionEnded, connectionFailed, connectionGone } = announcer.dataset;
    say({ 401: connectionEnded, 404: connectionGone }[detail.xhr.status] ?? connectionFailed);
  });
  listen("over", () => say(announcer.dataset.connectionOver));
  listen("begun", hush);
  document.querySelector("[data-sign-out]")?.addEventListener("submit", () => tell("over"));
  document.addEventListener("htmx:afterSwap", hush);
}
