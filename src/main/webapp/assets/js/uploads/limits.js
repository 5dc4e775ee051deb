/** What categories accept, as the page carries it: the first advice before anything is sent. The portal decides all the same. */

/** The categories a list of choices offers. */
export function categoriesIn(select) {
  return [...select.options].filter((option) => option.value).map(categoryOf);
}

/** @param element with a limit and endings in its data */
export function categoryOf(element) {
  const { limit, endings } = element.dataset;
  return { name: element.value ?? "", label: element.text ?? "", limit: Number(limit), endings: endings.split(",") };
}

/** What is wrong with a file for a category, as the name of a text; nothing where all is well. */
export function misfit({ name, size }, category) {
  if (size === 0) {
    return "errorEmpty";
  }
  if (size > category.limit) {
    return "errorLarge";
  }
  const ending = endingOf(name);
  return !ending || category.endings.includes(ending) ? "" : "errorType";
}

/** Behind the last dot, in small letters; a name without one says nothing of what the file is. */
export function endingOf(name) {
  const dot = name.lastIndexOf(".");
  return dot < 0 ? "" : name.slice(dot + 1).toLowerCase();
}

/** An upload can only go on with the same file; a browser tells no more of it than this. */
export function isTheOneThatWasBegun(begun, { name, size, lastModified }) {
  const isAsOld = !begun.modified || begun.modified === String(lastModified);
  return begun.name === name && begun.size === String(size) && isAsOld;
}
