/**
 * Nothing is sent in a session that is over. Before a form is sent the portal is asked whose session there is; where there is
 * none, the page stays as it is, and its person signs in again in another window and sends it then. A search is asked again by itself.
 */
import { askSession, isOfSomebody } from "./session.js";
import { listen, tell } from "./tabs.js";

/** Forms that go their own way: uploads wait for a connection by themselves, and signing out needs no session. */
const LEFT_ALONE = ".upload-form, [data-sign-out]";

/** What a form was sent for comes within that time, or the form may be sent once more. */
const PATIENCE = 10_000;

const passing = new WeakSet();
const asked = new WeakSet();
const sent = new WeakSet();
let send = null;
let ask = null;
let isRefused = false;

export function watchSession() {
  if (document.querySelector("[data-signed-in-again]")) {
    tell("begun");
    window.close();
  }
  if (!isOfSomebody()) {
    return;
  }
  window.addEventListener("submit", check, true);
  document.addEventListener("htmx:responseError", ({ detail }) => missed(detail));
  document.addEventListener("htmx:beforeRequest", ({ detail }) => sent.add(detail.elt));
  document.addEventListener("htmx:afterRequest", ({ detail }) => sent.delete(detail.elt));
  listen("begun", () => {
    isRefused = false;
    lookAgain();
  });
  window.addEventListener("focus", lookAgain);
  dialog().querySelector("[data-send-kept]").addEventListener("click", () => {
    const go = send;
    dialog().close();
    go?.();
  });
  dialog().addEventListener("close", () => {
    send = null;
    ask = null;
  });
}

/** Comes before whoever else hears of the form; they hear of it once it may go. */
async function check(event) {
  const { target: form, submitter } = event;
  if (form.method !== "post" || form.matches(LEFT_ALONE) || passing.has(form)) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  if (asked.has(form) || sent.has(form)) {
    return;
  }
  asked.add(form);
  const state = await askSession();
  asked.delete(form);
  if (state === "over" || state === "other") {
    offer(state, () => pass(form, submitter));
  } else if (state === "away") {
    document.dispatchEvent(new CustomEvent("htmx:sendError"));
  } else {
    pass(form, submitter);
  }
}

function pass(form, submitter) {
  submitter?.focus({ preventScroll: true });
  passing.add(form);
  form.requestSubmit(submitter?.isConnected ? submitter : null);
  passing.delete(form);
  if (!submitter?.hasAttribute("formtarget") && !form.matches("[hx-post]")) {
    keepFromTwice(form);
  }
}

/** A second press of a button, while the first is being answered, would do the same thing twice. What htmx sends it tells of itself. */
function keepFromTwice(form) {
  sent.add(form);
  window.setTimeout(() => sent.delete(form), PATIENCE);
  window.addEventListener("pageshow", () => sent.delete(form), { once: true });
}

/** The session ended between the question and the answer, or a part of the page was asked for without it. */
async function missed({ xhr, elt, requestConfig }) {
  const isChange = requestConfig.verb !== "get";
  if (![401, 403].includes(xhr.status) || (!isChange && isRefused)) {
    return;
  }
  const state = await askSession();
  if (state === "over" || state === "other") {
    const form = elt.closest("form");
    offer(state, isChange && form ? () => pass(form, null) : null);
    ask = !isChange && elt === form ? () => form.requestSubmit() : null;
  }
}

function offer(state, go) {
  if (!dialog().open) {
    dialog().showModal();
  }
  send = go;
  show(state);
}

async function lookAgain() {
  if (!dialog().open || !dialog().querySelector("[data-when=same]").hidden) {
    return;
  }
  const state = await askSession();
  if (!dialog().open || !["over", "same", "other"].includes(state)) {
    return;
  }
  if (state === "same" && !send) {
    const search = ask;
    dialog().close();
    isRefused = false;
    search?.();
  } else {
    show(state);
  }
}

function show(state) {
  isRefused = state !== "same";
  dialog().setAttribute("aria-labelledby", `again-${state}`);
  dialog()
    .querySelectorAll("[data-when]")
    .forEach((part) => {
      part.hidden = part.dataset.when !== state;
    });
  dialog().querySelector(`[data-when=${state}] [data-first]`).focus();
}

function dialog() {
  return document.getElementById("again");
}
