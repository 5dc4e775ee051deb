/** What the tabs of one browser tell each other: that the session is over, or that somebody has signed in again. */
const tabs = new BroadcastChannel("sluis-session");

export function tell(news) {
  tabs.postMessage(news);
}

/** @param news "over" or "begun" */
export function listen(news, hear) {
  tabs.addEventListener("message", ({ data }) => data === news && hear());
}
