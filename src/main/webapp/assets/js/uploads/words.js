/** The texts of the tray, as the page carries them, with figures as its language writes them. */
const STEP = 1000;
const MINUTE = 60;
const HOUR = 3600;
const SIZES = ["bytes", "kilobytes", "megabytes", "gigabytes"];

export class Words {
  #texts;
  #numbers = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  #times = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "medium" });

  /** @param element whose data are the texts, by name */
  constructor(element) {
    this.#texts = element.dataset;
  }

  /** A text with {0}, {1} … replaced, as far as they are given. */
  say(name, ...values) {
    return this.#texts[name].replace(/\{(\d)\}/g, (open, place) => values[place] ?? open);
  }

  has(name) {
    return name in this.#texts;
  }

  /** When that is today. */
  time(instant) {
    return this.#times.format(instant);
  }

  /** Bytes in decimal units. */
  size(bytes) {
    let amount = bytes;
    let unit = 0;
    while (amount >= STEP && unit < SIZES.length - 1) {
      amount /= STEP;
      unit++;
    }
    return this.say(SIZES[unit], this.#numbers.format(amount));
  }

  /** Seconds in the unit people would use. */
  duration(seconds) {
    if (seconds < MINUTE) {
      return this.say("seconds", Math.ceil(seconds));
    }
    const [name, unit] = seconds < HOUR ? ["minutes", MINUTE] : ["hours", HOUR];
    return this.say(name, Math.ceil(seconds / unit));
  }
}
