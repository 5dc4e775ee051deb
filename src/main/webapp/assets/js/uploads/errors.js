/** Tells all that is wrong at once: a summary that takes the focus and leads to the fields, and the title of the page. */
export class Errors {
  #summary;
  #before;
  #after;

  /**
   * @param summary holds a list
   * @param title of a page with errors, with {0} for what it is otherwise
   */
  constructor(summary, title) {
    this.#summary = summary;
    [this.#before, this.#after] = title.split("{0}");
    summary.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (link) {
        event.preventDefault();
        document.getElementById(link.hash.slice(1))?.focus();
      }
    });
  }

  /** @param errors texts, each with its field; none once all is well */
  show(errors) {
    this.update(errors);
    if (errors.length > 0) {
      this.#summary.focus();
    }
  }

  /** The same without a word, while the person mends them. */
  update(errors) {
    this.#summary.querySelector("ul").replaceChildren(...errors.map(line));
    this.#summary.hidden = errors.length === 0;
    this.#entitle(errors.length > 0);
  }

  #entitle(isWrong) {
    const { title } = document;
    const isMarked = title.startsWith(this.#before);
    if (isWrong && !isMarked) {
      document.title = this.#before + title + this.#after;
    } else if (!isWrong && isMarked) {
      document.title = title.slice(this.#before.length, title.length - this.#after.length);
    }
  }
}

function line({ field, text }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#${field.id}`;
  link.textContent = text;
  item.append(link);
  return item;
}
