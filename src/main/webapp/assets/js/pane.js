/** The preview beside a list: of the line that has the focus, once it has had it for a moment. */
const REST = 600;
const ROOM = window.matchMedia("(min-width: 75rem)");

export class Pane {
  #list;
  #pane;
  #body;
  #words;
  #news;
  #toggle;
  #timer;
  #address = "";

  /** @param keep remembers a choice */
  constructor(choice, keep) {
    this.#pane = document.querySelector("[data-beside]");
    this.#list = this.#pane.closest("article");
    this.#body = this.#pane.querySelector("#beside-body");
    this.#words = this.#pane.querySelector("[data-beside-words]");
    this.#news = document.querySelector("[data-beside-news]");
    this.#toggle = choice.querySelector("[data-beside-toggle]");
    this.#toggle.addEventListener("click", () => this.#turn(keep));
    document.addEventListener("focusin", (event) => this.#rest(event.target.closest("[data-line]")));
    document.addEventListener("click", (event) => this.#choose(event));
    document.addEventListener("htmx:load", () => this.#mark());
    this.#body.addEventListener("htmx:responseError", () => this.#say("failed"));
    this.#body.addEventListener("htmx:afterSettle", () => this.#tellShown());
  }

  tellDownloadMissing() {
    this.#tell(this.#news.dataset.downloadMissing);
  }

  #isOpen() {
    return ROOM.matches && this.#list.classList.contains("has-beside");
  }

  #turn(keep) {
    const on = this.#list.classList.toggle("has-beside");
    this.#toggle.setAttribute("aria-pressed", String(on));
    keep("beside", on);
  }

  #rest(line) {
    window.clearTimeout(this.#timer);
    if (line && this.#isOpen()) {
      this.#timer = window.setTimeout(() => document.activeElement === line && this.#show(line), REST);
    }
  }

  /** A click of a pointer chooses, as in programs for mail; a second one, or Enter, opens. */
  #choose(event) {
    const line = event.target.closest("[data-line]");
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (line && plain && event.detail === 1 && this.#isOpen()) {
      event.preventDefault();
      line.focus();
      window.clearTimeout(this.#timer);
      this.#show(line);
    }
  }

  #show(line) {
    if (line.pathname === this.#address) {
      return;
    }
    this.#address = line.pathname;
    this.#mark();
    this.#pane.querySelector("[data-beside-head]").hidden = false;
    this.#pane.querySelector("[data-beside-title]").textContent = line.textContent;
    this.#pane.querySelector("[data-beside-open]").href = line.pathname;
    this.#body.replaceChildren();
    if (!line.dataset.line) {
      this.#say("none");
      return;
    }
    this.#say("waits");
    window.htmx.ajax("GET", `${line.pathname}/preview`, {
      source: this.#body,
      target: this.#body,
      swap: "innerHTML",
      select: "#preview",
    });
  }

  #mark() {
    document.querySelectorAll("[data-line]").forEach((line) => {
      if (line.pathname === this.#address) {
        line.setAttribute("aria-current", "true");
      } else {
        line.removeAttribute("aria-current");
      }
    });
  }

  #tellShown() {
    const shown = this.#body.querySelector("#preview") !== null;
    this.#words.hidden = shown;
    if (shown) {
      this.#tell(`${this.#news.dataset.shown} ${this.#pane.querySelector("[data-beside-title]").textContent}`);
    }
  }

  #say(word) {
    this.#words.hidden = false;
    this.#words.textContent = this.#words.dataset[word];
    if (word === "failed") {
      this.#address = "";
    }
    if (word !== "waits") {
      this.#tell(this.#words.textContent);
    }
  }

  #tell(words) {
    this.#news.textContent = words;
  }
}
