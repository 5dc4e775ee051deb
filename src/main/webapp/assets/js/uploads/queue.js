/** Lets a few uploads run at a time; the others wait for their turn. */
const AT_ONCE = 3;

export class Queue {
  #waiting = [];
  #running = 0;
  #isHeld = false;

  add(upload) {
    upload.queued();
    this.#waiting.push(upload);
    this.#next();
  }

  /** Lets nobody run any more, or again. */
  hold(isHeld) {
    this.#isHeld = isHeld;
    this.#next();
  }

  /** Whoever waits no longer. */
  remove(upload) {
    this.#waiting = this.#waiting.filter((other) => other !== upload);
  }

  #next() {
    while (!this.#isHeld && this.#running < AT_ONCE && this.#waiting.length > 0) {
      this.#run(this.#waiting.shift());
    }
  }

  async #run(upload) {
    this.#running++;
    try {
      await upload.run();
    } finally {
      this.#running--;
      this.#next();
    }
  }
}
