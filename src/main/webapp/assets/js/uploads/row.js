/** One line of the tray: shows an upload as it is, and what can be done with it. */
import { Fields } from "./fields.js";
import { endingOf } from "./limits.js";

const LONGEST_KIND = 4;

/** What can be done in which state. */
const ACTS = {
  listed: ["remove"],
  queued: ["cancel"],
  sending: ["pause", "cancel"],
  away: ["pause", "cancel"],
  waiting: ["pause", "cancel"],
  paused: ["resume", "cancel"],
  failed: ["retry", "cancel"],
  stopped: ["retry", "remove"],
  checking: [],
  decided: ["remove"],
};

let rows = 0;

export class Row {
  #words;
  #shown = null;

  /**
   * @param template of a row
   * @param act is told what is to be done with which row
   */
  constructor(upload, template, words, categories, act) {
    this.upload = upload;
    this.#words = words;
    this.element = template.content.firstElementChild.cloneNode(true);
    this.element.id = `upload-${++rows}`;
    this.#part("path").id = `${this.element.id}-path`;
    this.fields = new Fields(this.element, upload, words, categories);
    this.element.addEventListener("click", (event) => {
      const button = event.target.closest("[data-act]");
      if (button) {
        act(button.dataset.act, this);
      }
    });
  }

  #part(name) {
    return this.element.querySelector(`[data-${name}]`);
  }

  /** Shows the upload as it is now. */
  render() {
    const { upload } = this;
    if (upload.state !== this.#shown) {
      this.#shown = upload.state;
      this.#change();
    }
    this.#part("progress").value = (100 * upload.came) / Math.max(1, upload.file.size);
    this.#say("note", this.#note());
  }

  #change() {
    const { upload } = this;
    const isListed = upload.state === "listed";
    this.element.dataset.state = upload.verdict ?? upload.state;
    this.#part("kind").textContent = kindOf(upload.file.name);
    this.#part("path").textContent = upload.path;
    this.#part("size").textContent = this.#words.size(upload.file.size);
    this.#say("title", isListed ? "" : upload.title);
    this.#part("fields").hidden = !isListed;
    this.#part("progress").hidden = !upload.isUnderWay;
    this.#part("progress").setAttribute("aria-label", upload.title ?? upload.path);
    this.#say("failure", upload.state === "failed" ? this.#failure() : "");
    this.#showOutcome();
    this.#offer(upload.isRefused ? ["correct", ...ACTS.decided] : ACTS[upload.state]);
    if (isListed && upload.complaint) {
      this.fields.complain(upload.complaint);
    }
  }

  /** Says what is wrong with a file that was not taken. */
  warn(text) {
    this.#say("failure", text);
  }

  #say(name, text) {
    const part = this.#part(name);
    part.hidden = !text;
    if (part.textContent !== text) {
      part.textContent = text;
    }
  }

  #note() {
    const { upload } = this;
    switch (upload.state) {
      case "sending":
        return this.#progress();
      case "paused":
        return [this.#words.say("paused"), this.#received()].join(" ");
      case "waiting":
        return [upload.failure, this.#words.say("again", this.#words.time(upload.again))].join(" ");
      case "decided":
        return upload.outcome ? "" : this.#words.say("gone");
      case "queued":
      case "away":
      case "checking":
      case "stopped":
        return this.#words.say(upload.state);
      default:
        return "";
    }
  }

  #progress() {
    const { came, file, pace } = this.upload;
    const speed = pace.speed;
    if (!speed) {
      return this.#received();
    }
    const left = this.#words.duration((file.size - came) / speed);
    return [this.#received(), this.#words.say("speed", this.#words.size(speed)), this.#words.say("left", left)].join(" · ");
  }

  #received() {
    const { came, file } = this.upload;
    return this.#words.say("received", this.#words.size(came), this.#words.size(file.size));
  }

  /** A text of the tray's, or what the portal said. */
  #failure() {
    const { failure } = this.upload;
    return this.#words.has(failure) ? this.#words.say(failure) : failure;
  }

  /** What the portal says of the check; identifiers in it become the row's own. */
  #showOutcome() {
    const place = this.#part("outcome");
    place.replaceChildren(...(this.upload.outcome?.cloneNode(true).children ?? []));
    place.hidden = place.childElementCount === 0;
    place.querySelectorAll("[id]").forEach((named) => {
      const own = `${this.element.id}-${named.id}`;
      place.querySelectorAll(`[aria-labelledby=${named.id}]`).forEach((part) => part.setAttribute("aria-labelledby", own));
      named.id = own;
    });
  }

  /** A button that goes away hands the focus on to the next. */
  #offer(acts) {
    const buttons = [...this.element.querySelectorAll("[data-act]")];
    const focused = document.activeElement;
    buttons.forEach((button) => {
      button.hidden = !acts.includes(button.dataset.act);
      button.setAttribute("aria-label", `${button.textContent}: ${this.upload.title || this.upload.path}`);
    });
    if (buttons.includes(focused) && focused.hidden) {
      (buttons.find((button) => !button.hidden) ?? this.element).focus();
    }
  }
}

function kindOf(name) {
  const ending = endingOf(name);
  return ending && ending.length <= LONGEST_KIND ? ending.toUpperCase() : "—";
}
