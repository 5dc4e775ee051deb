/** The tray as the portal draws it, and where it is when no page has a place for it. */
const TRAY = "/portal/upload/tray";

export async function trayPart() {
  const answer = await fetch(TRAY, { headers: { "HX-Request": "true" } });
  if (!answer.ok) {
    throw new Error(`status ${answer.status}`);
  }
  return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("tray");
}

export function home() {
  return document.getElementById("tray-home");
}
