/** The secret that each change of a session repeats. Whoever signs in again in the meantime gets another one. */
const TRAY = "/portal/upload/tray";

export function token() {
  return home().dataset.csrf;
}

/** Asks for the secret as it is now. @returns whether there is a session */
export async function renewToken() {
  const part = await trayPart().catch(() => null);
  if (part) {
    home().dataset.csrf = part.dataset.csrf;
  }
  return part !== null;
}

/** The tray as the portal draws it. */
export async function trayPart() {
  const answer = await fetch(TRAY, { headers: { "HX-Request": "true" } });
  if (!answer.ok) {
    throw new Error(`status ${answer.status}`);
  }
  return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("tray");
}

/** Where the tray is when no page has a place for it. */
export function home() {
  return document.getElementById("tray-home");
}
