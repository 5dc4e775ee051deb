/** The files a person sends: each a row, from the choice to the end of its check. There is one tray in a window. */
import { askSession } from "../session.js";
import { Checks } from "./checks.js";
import { Errors } from "./errors.js";
import { categoryFor, remember, titleOf } from "./guess.js";
import { home } from "./home.js";
import { categoriesIn, misfit } from "./limits.js";
import { Queue } from "./queue.js";
import { Row } from "./row.js";
import { Status } from "./status.js";
import { Upload } from "./upload.js";
import { Words } from "./words.js";

const FRAME_MILLIS = 100;
const SESSION = "errorSession";

export class Tray {
  #element;
  #words;
  #categories;
  #errors;
  #status;
  #rows = new Map();
  #changed = new Set();
  #queue = new Queue();
  #checks = new Checks();

  /** @param element the tray as the portal draws it */
  constructor(element) {
    this.#element = element;
    this.#words = new Words(element);
    this.#categories = categoriesIn(this.#part("category-all"));
    this.#errors = new Errors(this.#part("errors"), this.#words.say("errorTitle"));
    this.#status = new Status(element, this.#words);
    this.#on("send", "click", () => this.#sendListed());
    this.#on("category-all", "change", ({ target }) => this.#chooseForAll(target.value));
    this.#on("fold", "click", ({ target }) => this.#fold(target.getAttribute("aria-expanded") === "true"));
    this.#on("pause-all", "click", () => this.#each("isMoving", (row) => this.#act("pause", row)));
    this.#on("resume-all", "click", () => this.#each("isHalted", (row) => this.#act("resume", row)));
    this.#on("clear", "click", () => this.#clear());
    element.addEventListener("input", () => this.#mendErrors());
  }

  #part(name) {
    return this.#element.querySelector(`[data-${name}]`);
  }

  #on(name, event, act) {
    this.#part(name).addEventListener(event, act);
  }

  get uploads() {
    return [...this.#rows.keys()];
  }

  get isEmpty() {
    return this.#rows.size === 0;
  }

  /** Whether something would be lost with the page. */
  get hurts() {
    return this.uploads.some((upload) => upload.hurts);
  }

  /** Takes the place that a page has for it. */
  settle(page) {
    page.querySelector("[data-tray-place]")?.replaceChildren(this.#element);
    if (this.#element.parentElement !== home()) {
      this.#fold(false);
    }
  }

  /** Leaves a page that goes away, and waits at the foot of the next. */
  leave(page) {
    if (page.contains(this.#element)) {
      home().replaceChildren(this.#element);
      this.#fold(true);
    }
  }

  #fold(isFolded) {
    this.#element.querySelector("#tray-body").hidden = isFolded;
    this.#part("fold").setAttribute("aria-expanded", String(!isFolded));
    this.#part("fold").textContent = this.#words.say(isFolded ? "show" : "hide");
  }

  /**
   * Lists files, to be looked at before they are sent. Whatever is listed or under way is not listed twice.
   *
   * @param found files with their paths; a path without a file is of one that could not be read
   */
  list(found) {
    const known = new Set(this.uploads.filter((upload) => !upload.isOver).map((upload) => upload.likeness));
    const uploads = found.filter(({ file }) => file).map(({ file, path }) => this.#guessed(file, path));
    const fresh = uploads.filter((upload) => !known.has(upload.likeness));
    this.#add(fresh);
    fresh.forEach((upload) => this.#rows.get(upload).fields.checkCategory());
    this.#fold(false);
    this.#status.say({
      errorLost: found.filter(({ file }) => !file),
      already: uploads.filter((upload) => !fresh.includes(upload)),
    });
    this.#render();
    this.#element.querySelector("#tray-title").focus();
  }

  #guessed(file, path) {
    const words = { title: titleOf(file.name), category: categoryFor(file, this.#categories) };
    return new Upload(file, words, { path });
  }

  /** Sends what needs no look: a further version, or what was begun before. */
  send(upload) {
    this.#add([upload]);
    this.#queue.add(upload);
    this.#render();
    this.#rows.get(upload).element.focus();
  }

  #add(uploads) {
    const template = this.#part("row");
    const act = (name, row) => this.#act(name, row);
    for (const upload of uploads) {
      this.#rows.set(upload, new Row(upload, template, this.#words, this.#categories, act));
      upload.addEventListener("change", () => this.#change(upload));
      this.#changed.add(upload);
    }
    this.#part("rows").append(...uploads.map((upload) => this.#rows.get(upload).element));
    this.#element.hidden = this.isEmpty;
  }

  /** Each upload tells of every few bytes; the screen shows some of that. */
  #change(upload) {
    if (upload.state === "checking") {
      this.#checks.follow(upload);
    } else if (upload.failure === SESSION) {
      this.#queue.hold(true);
    }
    if (this.#changed.size === 0) {
      window.setTimeout(() => this.#render(), FRAME_MILLIS);
    }
    this.#changed.add(upload);
  }

  #render() {
    this.#changed.forEach((upload) => this.#rows.get(upload)?.render());
    if ([...this.#changed].some(({ complaint }) => complaint)) {
      this.#errors.update(this.#wrong());
    }
    this.#changed.clear();
    this.#status.show(this.uploads);
    this.#element.hidden = this.isEmpty;
  }

  #chooseForAll(category) {
    this.#listed().forEach((row) => {
      row.fields.category = category;
    });
    this.#mendErrors();
  }

  #listed() {
    return [...this.#rows.values()].filter((row) => row.upload.state === "listed");
  }

  /** Sends what is in order; what is not stays listed, and all of it is told at once. */
  #sendListed() {
    const listed = this.#listed();
    const good = listed.filter((row) => row.fields.check());
    this.#status.say({});
    good.forEach(({ upload, fields }) => {
      upload.describe(fields.said, fields.category);
      remember(upload.file.name, fields.category.name);
      this.#queue.add(upload);
    });
    this.#render();
    this.#errors.show(this.#wrong());
    if (good.length === listed.length) {
      this.#element.querySelector("#tray-title").focus();
    }
  }

  #wrong() {
    return this.#listed().flatMap((row) => row.fields.errors);
  }

  #mendErrors() {
    if (!this.#part("errors").hidden) {
      this.#errors.update(this.#wrong());
    }
  }

  #act(name, row) {
    const { upload } = row;
    switch (name) {
      case "pause":
        this.#queue.remove(upload);
        return upload.pause();
      case "cancel":
        this.#queue.remove(upload);
        return upload.stop();
      case "correct":
        return this.#correct(row);
      case "remove":
        return this.#remove(row);
      default:
        return this.#goOn(upload);
    }
  }

  /** Whoever was signed out has to sign in again before anything goes on. */
  async #goOn(upload) {
    if (upload.failure !== SESSION || (await askSession()) === "same") {
      this.#queue.add(upload);
      this.#queue.hold(false);
    }
  }

  #correct(row) {
    const chooser = row.element.querySelector("[data-corrected]");
    chooser.onchange = () => {
      const [file] = chooser.files;
      const wrong = row.upload.limits ? misfit(file, row.upload.limits) : "";
      row.warn(wrong && this.#words.say(wrong));
      if (!wrong) {
        row.upload.correct(file);
        this.#queue.add(row.upload);
      }
      chooser.value = "";
    };
    chooser.click();
  }

  #remove(row) {
    const next = row.element.nextElementSibling ?? row.element.previousElementSibling;
    this.#rows.delete(row.upload);
    row.element.remove();
    this.#mendErrors();
    this.#render();
    (next ?? document.getElementById("content")).focus();
  }

  #clear() {
    const done = [...this.#rows.values()].filter(({ upload }) => upload.isDone);
    done.forEach((row) => {
      this.#rows.delete(row.upload);
      row.element.remove();
    });
    this.#render();
    (this.isEmpty ? document.getElementById("content") : this.#element.querySelector("#tray-title")).focus();
  }

  #each(is, act) {
    [...this.#rows.values()].filter(({ upload }) => upload[is]).forEach(act);
  }
}
