/** Title, category and description of a file, as the person says them before it is sent, and what is wrong with them. */
import { misfit } from "./limits.js";

/** What is said where a file fits no category at all. */
const EVERYWHERE = { errorType: "errorNowhere" };

const MEMBERS = ["title", "category", "description"];

export class Fields {
  #element;
  #upload;
  #words;
  #categories;

  /** @param element the row; labels and errors find their fields by identifiers made from its own */
  constructor(element, upload, words, categories) {
    this.#element = element;
    this.#upload = upload;
    this.#words = words;
    this.#categories = categories;
    MEMBERS.forEach((member) => this.#name(member));
    this.get("title").value = upload.title ?? "";
    this.get("category").value = upload.words.category ?? "";
    element.addEventListener("input", ({ target }) => MEMBERS.includes(target.name) && this.mark(target.name, ""));
    this.get("category").addEventListener("change", () => this.checkCategory());
  }

  #name(member) {
    const field = this.get(member);
    const error = this.#error(member);
    field.id = `${this.#element.id}-${member}`;
    error.id = `${field.id}-error`;
    field.setAttribute("aria-describedby", `${this.#element.id}-path ${error.id}`);
    this.#element.querySelector(`[data-for=${member}]`)?.setAttribute("for", field.id);
  }

  get(member) {
    return this.#element.querySelector(`[name=${member}]`);
  }

  #error(member) {
    return this.#element.querySelector(`[data-error-of=${member}]`);
  }

  /** What the person says of the document. */
  get said() {
    const [title, category, description] = MEMBERS.map((member) => this.get(member).value.trim());
    return description ? { title, category, description } : { title, category };
  }

  get category() {
    return this.#categories.find(({ name }) => name === this.get("category").value) ?? null;
  }

  set category(name) {
    this.get("category").value = name;
    this.checkCategory();
  }

  /** Finds everything that is wrong. @returns whether nothing is */
  check() {
    this.mark("title", this.said.title ? "" : this.#words.say("errorRequired"));
    this.checkCategory();
    if (!this.category && !this.#error("category").textContent) {
      this.mark("category", this.#words.say("errorCategory"));
    }
    return this.errors.length === 0;
  }

  /** Whether the file fits the category that is chosen, or any. */
  checkCategory() {
    const misfits = this.#categories.map((category) => misfit(this.#upload.file, category));
    const chosen = this.category && misfits[this.#categories.indexOf(this.category)];
    const wrong = misfits.every((found) => found === misfits[0]) ? EVERYWHERE[misfits[0]] ?? misfits[0] : chosen;
    this.mark("category", wrong ? this.#words.say(wrong) : "");
  }

  /** What is shown to be wrong, each with its field. */
  get errors() {
    return MEMBERS.map((member) => ({ field: this.get(member), text: this.#error(member).textContent }))
      .filter(({ text }) => text)
      .map(({ field, text }) => ({ field, text: `${this.#upload.path}: ${text}` }));
  }

  mark(member, text) {
    const error = this.#error(member);
    error.textContent = text;
    error.hidden = !text;
    if (text) {
      this.get(member).setAttribute("aria-invalid", "true");
      this.get(member).closest("details")?.setAttribute("open", "");
    } else {
      this.get(member).removeAttribute("aria-invalid");
    }
  }

  /** What the portal says against one of them; what it says of the file is about its category. */
  complain({ member, text }) {
    this.mark(MEMBERS.includes(member) ? member : "category", text ?? this.#words.say("errorFailed"));
  }
}
