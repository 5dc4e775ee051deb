/** How fast bytes have come over the last seconds, and how long the rest will take at that pace. */
const WINDOW_MILLIS = 5000;
const LEAST_MILLIS = 500;

export class Pace {
  #points = [];

  came(bytes) {
    const now = performance.now();
    this.#points.push({ now, bytes });
    while (now - this.#points[0].now > WINDOW_MILLIS && this.#points.length > 2) {
      this.#points.shift();
    }
  }

  forget() {
    this.#points = [];
  }

  /** Bytes a second; nothing as long as it cannot be told. */
  get speed() {
    const first = this.#points[0];
    const last = this.#points.at(-1);
    const isLong = first && last.now - first.now >= LEAST_MILLIS;
    return isLong ? Math.max(0, (1000 * (last.bytes - first.bytes)) / (last.now - first.now)) : 0;
  }
}
