/** What a category accepts, as the form carries it: the first advice before anything is sent. */

export function showCategoryHint(form) {
  form.querySelector("[data-category-hint]").textContent = category(form)?.dataset.hint ?? "";
}

/** What is wrong with the chosen file for the chosen category; nothing where either is open. */
export function chosenProblem(form) {
  const field = form.elements.file;
  if (field.files.length && form.dataset.address) {
    return isTheOneThatWasBegun(form.dataset, field.files[0]) ? "" : form.dataset.other;
  }
  const limits = category(form)?.dataset;
  if (!field.files.length || !limits?.limit) {
    return "";
  }
  const { name, size } = field.files[0];
  if (size > Number(limits.limit)) {
    return field.dataset.tooLarge;
  }
  const ending = name.split(".").pop().toLowerCase();
  return limits.endings.split(",").includes(ending) ? "" : field.dataset.wrongType;
}

function category(form) {
  return form.elements.category ? form.elements.category.selectedOptions[0] : form;
}

/** An upload can only go on with the same file; a browser tells no more of it than this. */
function isTheOneThatWasBegun(begun, { name, size, lastModified }) {
  const isAsOld = !begun.modified || begun.modified === String(lastModified);
  return begun.name === name && begun.size === String(size) && isAsOld;
}
