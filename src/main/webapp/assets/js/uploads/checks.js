/**
 * Asks how the checks of what has come go on, of a few at a time and ever more seldom, until each is over. A question that
 * gets no answer is asked again: what has come is safe, and what was known last stays on the screen.
 */
const AT_ONCE = 2;
const FIRST_MILLIS = 500;
const LONGEST_MILLIS = 30_000;
const GROWTH = 1.6;
const DECIDED = 200;
const FORGOTTEN = 404;

export class Checks {
  #waiting = [];
  #asking = 0;
  #timer = null;

  /** Follows the check of an upload that has come. */
  follow(upload) {
    this.#later(upload, FIRST_MILLIS);
  }

  #later(upload, pause) {
    this.#waiting.push({ upload, pause, due: Date.now() + pause });
    this.#waiting.sort((one, other) => one.due - other.due);
    this.#wake();
  }

  #wake() {
    window.clearTimeout(this.#timer);
    if (this.#waiting.length > 0 && this.#asking < AT_ONCE) {
      this.#timer = window.setTimeout(() => this.#askFirst(), Math.max(0, this.#waiting[0].due - Date.now()));
    }
  }

  async #askFirst() {
    const { upload, pause } = this.#waiting.shift();
    this.#asking++;
    this.#wake();
    const answer = await ask(upload).catch(() => null);
    this.#asking--;
    if (answer) {
      upload.decided(answer.outcome);
      this.#wake();
    } else {
      this.#later(upload, Math.min(LONGEST_MILLIS, pause * GROWTH));
    }
  }
}

/** The part of a page that tells what became of it, none where it is there no more; no answer while that is not known. */
async function ask(upload) {
  const answer = await fetch(`${upload.check}?seen=CHECKING`, { headers: { "HX-Request": "true" } });
  if (answer.status !== DECIDED) {
    return answer.status === FORGOTTEN ? { outcome: null } : null;
  }
  const part = new DOMParser().parseFromString(await answer.text(), "text/html");
  return { outcome: part.querySelector("[data-state]") };
}
