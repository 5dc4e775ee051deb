/** What was done is said once: whoever reloads the page, keeps its address or sends it on is not told again. */
const DONE = "done";

export function forgetWhatWasDone() {
  tidy();
  document.addEventListener("htmx:pushedIntoHistory", tidy);
  document.addEventListener("htmx:replacedInHistory", tidy);
}

function tidy() {
  const address = new URL(window.location.href);
  if (address.searchParams.has(DONE)) {
    address.searchParams.delete(DONE);
    window.history.replaceState(window.history.state, "", address);
  }
}
