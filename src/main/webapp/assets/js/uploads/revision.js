/** The form for a further version of a document, which the tray sends. */
import { Errors } from "./errors.js";
import { categoryOf, misfit } from "./limits.js";
import { Upload } from "./upload.js";

/** @param send gets what is to be sent */
export function prepareRevision(form, send) {
  const { file: chooser } = form.elements;
  const errors = new Errors(form.querySelector("[data-errors]"), form.dataset.errorTitle);
  const limits = categoryOf(form);
  const check = () => {
    const text = complaintOn(chooser.files[0], limits, form.dataset);
    mark(form, chooser, text);
    return text ? [{ field: chooser, text }] : [];
  };
  chooser.addEventListener("change", () => {
    form.querySelector("[data-chosen]").textContent = chooser.files[0]?.name ?? "";
    errors.update(check());
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wrong = check();
    errors.show(wrong);
    if (wrong.length === 0) {
      const { document: documentId, title } = form.dataset;
      send(new Upload(chooser.files[0], { documentId }, { limits, title }));
      form.reset();
      form.querySelector("[data-chosen]").textContent = "";
      form.closest("details")?.removeAttribute("open");
    }
  });
}

function complaintOn(file, limits, texts) {
  if (!file) {
    return texts.required;
  }
  const wrong = misfit(file, limits);
  return wrong && texts[wrong];
}

function mark(form, chooser, text) {
  const error = form.querySelector("[data-error-of=file]");
  error.textContent = text;
  error.hidden = !text;
  if (text) {
    chooser.setAttribute("aria-invalid", "true");
  } else {
    chooser.removeAttribute("aria-invalid");
  }
}
