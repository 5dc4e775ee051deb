/** Whose session a page was drawn in, and the secret that each change in it repeats. */
const ADDRESS = "/portal/session";

/** The part of a page that says so; none where nobody is signed in. */
function drawn(page = document) {
  return page.getElementById("session");
}

export function isOfSomebody() {
  return drawn() !== null;
}

export function token() {
  return drawn().dataset.csrf;
}

/**
 * Asks how it is by now. Where the same person has signed in again, the page gets the secret of the new session.
 *
 * @returns "same", "other" for another person's session, "over" where there is none, "away" without a connection, and
 *     "unknown" where the portal says something else
 */
export async function askSession() {
  const answer = await fetch(ADDRESS, { headers: { "HX-Request": "true" } }).catch(() => null);
  if (!answer?.ok) {
    return answer ? (answer.status === 401 ? "over" : "unknown") : "away";
  }
  const now = drawn(new DOMParser().parseFromString(await answer.text(), "text/html"));
  if (now.dataset.person !== drawn().dataset.person) {
    return "other";
  }
  renew(now.dataset.csrf);
  return "same";
}

function renew(secret) {
  drawn().dataset.csrf = secret;
  document.querySelectorAll("input[name=_csrf]").forEach((field) => {
    field.value = secret;
  });
}
