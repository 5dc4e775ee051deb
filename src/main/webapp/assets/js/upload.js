/** Sends a document with a progress bar, and shows refusals beside the field they are about. */
import { chosenProblem, showCategoryHint } from "./limits.js";
import { PieceSender, Refused, Stopped } from "./pieces.js";

/** What is larger is sent in pieces, so that a lost connection costs little. */
const WHOLE_BYTES = 5 * 1000 * 1000;

export function prepareUploads(root) {
  root.querySelectorAll("form[data-upload]").forEach(prepare);
}

function prepare(form) {
  const file = form.elements.file;
  const chosen = form.querySelector("[data-chosen]");
  acceptDrops(form.querySelector("[data-drop]"), file);
  file.addEventListener("change", () => {
    chosen.textContent = file.files.length ? `${chosen.dataset.label} ${file.files[0].name}` : "";
    check(form);
  });
  form.elements.category?.addEventListener("change", () => {
    showCategoryHint(form);
    check(form);
  });
  form.querySelector("[data-discard]")?.addEventListener("click", () => discard(form));
  form.addEventListener("input", (event) => mark(form, event.target.name, ""));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clear(form);
    if (isComplete(form)) {
      send(form);
    }
  });
}

function acceptDrops(zone, file) {
  const over = (is) => zone.classList.toggle("drop--over", is);
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    over(true);
  });
  zone.addEventListener("dragleave", () => over(false));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    if (event.dataTransfer.files.length) {
      file.files = event.dataTransfer.files;
      file.dispatchEvent(new Event("change"));
    }
  });
}

/** Early advice on the file; the server decides all the same. */
function check(form) {
  const problem = chosenProblem(form);
  mark(form, "file", problem);
  return !problem;
}

function isComplete(form) {
  const missing = [...form.querySelectorAll("[required]")].filter((field) => !field.value.trim());
  missing.forEach((field) => mark(form, field.name, field.dataset.required));
  const fits = missing.some((field) => field.name === "file") || check(form);
  form.querySelector("[aria-invalid]")?.focus();
  return missing.length === 0 && fits;
}

function send(form) {
  busy(form, true);
  if (form.dataset.address || form.elements.file.files[0].size > WHOLE_BYTES) {
    sendInPieces(form);
  } else {
    sendWhole(form);
  }
}

function sendWhole(form) {
  const sending = form.querySelector("[data-sending]");
  const request = new XMLHttpRequest();
  request.open("POST", form.getAttribute("action"));
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("X-CSRF-TOKEN", form.dataset.csrf);
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) {
      showProgress(sending, event.loaded, event.total);
    }
  });
  request.addEventListener("load", () => finish(form, request));
  request.addEventListener("error", () => refuse(form, sending.dataset.connection));
  request.addEventListener("abort", () => refuse(form, sending.dataset.cancelled));
  sending.querySelector("[data-cancel]").onclick = () => request.abort();
  request.send(body(form));
}

async function sendInPieces(form) {
  const sending = form.querySelector("[data-sending]");
  const file = form.elements.file.files[0];
  const sender = new PieceSender(form.dataset.csrf, form.dataset.address);
  sending.querySelector("[data-cancel]").onclick = () => sender.stop();
  try {
    if (!form.dataset.address) {
      await sender.begin("/portal/uploads", file.size, described(form, file));
    }
    const location = await sender.send(file, (came, isAway) => {
      if (isAway) {
        sending.querySelector("[data-progress-text]").textContent = sending.dataset.away;
      } else {
        showProgress(sending, came, file.size);
      }
    });
    follow(form, location);
  } catch (failure) {
    giveUp(form, sending, failure);
  }
}

function described(form, { name, lastModified }) {
  const file = { filename: name, modified: String(lastModified) };
  return form.dataset.document ? { documentId: form.dataset.document, ...file } : { ...words(form), ...file };
}

function giveUp(form, sending, failure) {
  if (failure instanceof Stopped) {
    refuse(form, sending.dataset.cancelled);
    if (form.dataset.address) {
      form.remove();
    }
  } else if (failure instanceof Refused && failure.answer.status === 404) {
    refuse(form, sending.dataset.gone);
  } else if (failure instanceof Refused) {
    finish(form, failure.answer);
  } else {
    throw failure;
  }
}

/** Forgets an upload that will not go on. */
async function discard(form) {
  await new PieceSender(form.dataset.csrf, form.dataset.address).stop();
  form.remove();
  document.getElementById("content").focus();
}

function body(form) {
  const parts = new FormData();
  if (form.elements.title) {
    parts.append("metadata", new Blob([JSON.stringify(words(form))], { type: "application/json" }));
  }
  parts.append("file", form.elements.file.files[0]);
  return parts;
}

/** What the sender says of the document. */
function words(form) {
  const said = { title: form.elements.title.value, category: form.elements.category.value };
  if (form.elements.description.value.trim()) {
    said.description = form.elements.description.value;
  }
  return said;
}

function showProgress(sending, came, total) {
  const percent = Math.floor((100 * came) / total);
  const text = sending.querySelector("[data-progress-text]");
  sending.querySelector("progress").value = percent;
  if (percent === 100) {
    text.textContent = sending.dataset.arrived;
  } else if (percent % 10 === 0) {
    text.textContent = `${percent} ${sending.dataset.percent}`;
  }
}

function finish(form, request) {
  if (request.status >= 200 && request.status < 300) {
    follow(form, request.getResponseHeader("Location"));
    return;
  }
  const problem = problemOf(request);
  const { connection, session } = form.querySelector("[data-sending]").dataset;
  if (request.status === 401) {
    refuse(form, session);
  } else if (!problem) {
    refuse(form, connection);
  } else {
    refuse(form, problem.detail);
    mark(form, fieldOf(form, problem), problem.detail);
  }
}

/** The state of the check takes the place of the form. */
function follow(form, location) {
  if (!location) {
    refuse(form, form.querySelector("[data-sending]").dataset.connection);
    return;
  }
  const place = document.createElement("div");
  place.setAttribute("role", "status");
  place.tabIndex = -1;
  place.className = "outcome";
  form.replaceWith(place);
  place.focus();
  window.htmx.ajax("GET", new URL(location, window.location.href).pathname, { target: place, swap: "innerHTML" });
}

function problemOf(request) {
  if (!request.responseText || !request.getResponseHeader("Content-Type")?.startsWith("application/problem+json")) {
    return null;
  }
  return JSON.parse(request.responseText);
}

function fieldOf(form, problem) {
  return problem.member && form.elements[problem.member] ? problem.member : "file";
}

function refuse(form, text) {
  busy(form, false);
  const summary = form.querySelector("[data-error-summary]");
  summary.querySelector("[data-error-text]").textContent = text;
  summary.hidden = false;
  summary.focus();
}

function busy(form, is) {
  form.querySelector("[data-sending]").hidden = !is;
  form.querySelectorAll("[data-submit], [data-discard]").forEach((button) => {
    button.hidden = is;
  });
}

function clear(form) {
  form.querySelector("[data-error-summary]").hidden = true;
  [...form.elements].forEach((field) => field.name && mark(form, field.name, ""));
}

function mark(form, name, text) {
  const error = form.querySelector(`[data-error-of="${name}"]`);
  if (!error) {
    return;
  }
  error.textContent = text;
  error.hidden = !text;
  if (text) {
    form.elements[name].setAttribute("aria-invalid", "true");
  } else {
    form.elements[name].removeAttribute("aria-invalid");
  }
}
