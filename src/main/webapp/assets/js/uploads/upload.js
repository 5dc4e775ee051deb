/** One file on its way to the portal. */
import { token } from "../session.js";
import { Pace } from "./pace.js";
import { Paused, PieceSender, problemOf, Refused, Stopped, Unreadable } from "./pieces.js";

const UPLOADS = "/portal/uploads";

/** A lock of the browser under this name is held by whichever window sends an upload (Web Locks). */
const LOCK = "sluis-upload ";

/** What the portal says of title, category or file before anything is sent. */
const ABOUT_WORDS = [400, 413, 422];

const LEAVING_HURTS = ["listed", "queued", "sending", "away", "waiting", "paused"];

/**
 * States: listed (to be looked at), queued, sending, away (no connection), waiting (the portal asks to), paused, failed,
 * stopped, checking, decided. Tells of each change by an event.
 */
export class Upload extends EventTarget {
  state = "listed";
  came = 0;

  /** Name of a text, or the portal's own words, on what is wrong. */
  failure = null;

  /** What the portal says against a member, while the upload is listed. */
  complaint = null;

  /** When it is tried again, where the portal asks to wait. */
  again = 0;

  /** The part of a page that tells of the check, once all has come. */
  check = null;

  /** What that part showed when the check was over; nothing where the document is there no more. */
  outcome = null;

  pace = new Pace();
  #sender = null;
  #address;
  #letGo = null;

  /**
   * @param words title, category and description, or the document of which this is a further version
   * @param known path in its folder, what its category accepts, title, and the address where it was begun before
   */
  constructor(file, words, { path = file.name, limits = null, address = null, title = words.title }) {
    super();
    this.file = file;
    this.words = words;
    this.path = path;
    this.limits = limits;
    this.title = title;
    this.#address = address;
  }

  /** Whether something would be lost with the page. */
  get hurts() {
    return LEAVING_HURTS.includes(this.state);
  }

  /** Whether it is somewhere between the list and the portal. */
  get isUnderWay() {
    return this.hurts && this.state !== "listed";
  }

  /** Whether it goes on by itself. */
  get isMoving() {
    return this.isUnderWay && !this.isHalted;
  }

  /** Whether it waits for the person. */
  get isHalted() {
    return this.state === "paused" || this.state === "failed";
  }

  /** Whether it went or was given up. */
  get isOver() {
    return this.state === "decided" || this.state === "stopped";
  }

  /** Whether nobody needs to look at it any more. */
  get isDone() {
    return this.isOver && !this.isRefused;
  }

  /** The state of the document, once the check is over. */
  get verdict() {
    return this.outcome?.dataset.state;
  }

  get isRefused() {
    return this.verdict === "REJECTED";
  }

  /** Two choices of the same file look so. */
  get likeness() {
    return [this.path, this.file.size, this.file.lastModified].join("|");
  }

  /** What the person has said of the document by now. */
  describe(words, limits) {
    this.words = words;
    this.title = words.title;
    this.limits = limits;
  }

  queued() {
    this.failure = null;
    this.complaint = null;
    this.pace.forget();
    this.#become("queued");
  }

  /** Sends, until all has come or it cannot go on. */
  async run() {
    const sender = new PieceSender(token, this.#address);
    this.#sender = sender;
    this.#become("sending");
    try {
      await this.#send(sender);
    } catch (failure) {
      this.#ended(sender, failure);
    }
  }

  async #send(sender) {
    const told = (news) => sender === this.#sender && this.state !== "paused" && this.#told(news);
    if (!this.#address) {
      await sender.begin(UPLOADS, this.file.size, this.#metadata(), told);
    }
    this.#isAt(sender.address);
    const location = await sender.send(this.file, told);
    this.came = this.file.size;
    this.check = new URL(location, window.location.href).pathname;
    this.#isAt(null);
    this.#become("checking");
  }

  /** While it is somewhere, no other window offers to go on with it. */
  #isAt(address) {
    this.#address = address;
    if (address && !this.#letGo) {
      const ended = new Promise((end) => {
        this.#letGo = end;
      });
      navigator.locks?.request(LOCK + address, () => ended);
    } else if (!address) {
      this.#letGo?.();
      this.#letGo = null;
    }
  }

  #metadata() {
    const { name, lastModified } = this.file;
    return { ...this.words, filename: name, modified: String(lastModified) };
  }

  #told({ came, wait, why }) {
    if (came !== undefined) {
      this.came = came;
      this.pace.came(came);
      this.#become("sending");
    } else {
      this.failure = why?.detail ?? null;
      this.again = Date.now() + (wait ?? 0);
      this.pace.forget();
      this.#become(wait ? "waiting" : "away");
    }
  }

  pause() {
    this.#sender?.pause();
    this.#become("paused");
  }

  /** Gives it up; the portal forgets what has come. */
  async stop() {
    const sender = this.#sender ?? new PieceSender(token, this.#address);
    this.#sender = null;
    this.#isAt(null);
    this.came = 0;
    this.#become("stopped");
    await sender.stop();
  }

  /** Takes another file for the document that this one became, as its further version. */
  correct(file) {
    const [, document] = this.check.match(/documents\/([^/]+)/);
    this.file = file;
    this.path = file.name;
    this.words = { documentId: document };
    this.#sender = null;
    this.check = null;
    this.came = 0;
    this.outcome = null;
  }

  /** The check is over. */
  decided(outcome) {
    this.outcome = outcome;
    this.#become("decided");
  }

  #ended(sender, failure) {
    if (failure instanceof Stopped) {
      return;
    }
    if (sender !== this.#sender) {
      sender.stop();
    } else if (failure instanceof Paused) {
      this.#isAt(sender.address);
    } else if (failure instanceof Unreadable) {
      this.#fail("errorUnreadable");
    } else if (failure instanceof Refused) {
      this.#refused(failure.answer);
    } else {
      this.#fail("errorFailed");
      throw failure;
    }
  }

  #refused(answer) {
    const problem = problemOf(answer);
    if (answer.status === 401 || problem?.type?.endsWith("/expired")) {
      this.#fail("errorSession");
    } else if (this.#address && answer.status === 404) {
      this.#isAt(null);
      this.came = 0;
      this.#fail("errorGone");
    } else if (!this.#address && !this.words.documentId && ABOUT_WORDS.includes(answer.status)) {
      this.complaint = { member: problem?.member ?? "category", text: problem?.detail };
      this.#become("listed");
    } else {
      this.#fail(problem?.detail ?? "errorFailed");
    }
  }

  #fail(failure) {
    this.failure = failure;
    this.#become("failed");
  }

  #become(state) {
    this.state = state;
    this.dispatchEvent(new Event("change"));
  }
}

/** The addresses of uploads that some window of this browser is sending. */
export async function held() {
  const locks = (await navigator.locks?.query())?.held ?? [];
  return locks.filter(({ name }) => name.startsWith(LOCK)).map(({ name }) => name.slice(LOCK.length));
}
