/** Says in one line how all uploads stand, and shows what can be done with all of them. */
const COUNTS = [
  ["countListed", (upload) => upload.state === "listed"],
  ["countChecking", (upload) => upload.state === "checking"],
  ["countAvailable", (upload) => upload.verdict === "AVAILABLE"],
  ["countRefused", (upload) => upload.isRefused],
  ["countPaused", (upload) => upload.state === "paused"],
  ["countFailed", (upload) => upload.state === "failed"],
];

const FEW = 3;

export class Status {
  #element;
  #words;
  #said = {};

  constructor(element, words) {
    this.#element = element;
    this.#words = words;
  }

  /** What else there is to say until something is sent: by the name of a text, what it is about. */
  say(texts) {
    this.#said = texts;
  }

  show(uploads) {
    const text = [...this.#others(), ...this.#counts(uploads), ...this.#away(uploads)].join(" · ");
    const line = this.#part("status");
    if (line.textContent !== text) {
      line.textContent = text;
    }
    const listed = uploads.filter(({ state }) => state === "listed").length;
    this.#part("listed").hidden = listed === 0;
    this.#part("for-all").hidden = listed < 2;
    this.#part("send").textContent = this.#words.say(listed === 1 ? "sendOne" : "sendMany", listed);
    this.#part("pause-all").hidden = !uploads.some(({ isMoving }) => isMoving);
    this.#part("resume-all").hidden = !uploads.some(({ isHalted }) => isHalted);
    this.#part("clear").hidden = !uploads.some(({ isDone }) => isDone);
  }

  #part(name) {
    return this.#element.querySelector(`[data-${name}]`);
  }

  /** A few by their paths, more by their number. */
  #others() {
    return Object.entries(this.#said)
      .filter(([, about]) => about.length > 0)
      .map(([name, about]) => {
        const paths = about.map(({ path }) => path).join(", ");
        return this.#words.say(name, about.length > FEW ? about.length : paths);
      });
  }

  #counts(uploads) {
    const begun = uploads.filter(({ state }) => state !== "listed" && state !== "stopped");
    const sent = begun.filter(({ check }) => check);
    const all = begun.length ? [this.#words.say("countSent", sent.length, begun.length)] : [];
    const counts = COUNTS.map(([name, is]) => [name, uploads.filter(is).length]).filter(([, count]) => count > 0);
    return [...all, ...counts.map(([name, count]) => this.#words.say(name, count))];
  }

  #away(uploads) {
    return uploads.some(({ state }) => state === "away") ? [this.#words.say("away")] : [];
  }
}
