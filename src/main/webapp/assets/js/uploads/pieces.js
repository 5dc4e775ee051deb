/**
 * Sends a file in pieces (tus 1.0.0): after a lost connection it asks how far the upload has come and goes on from there,
 * again and again until it is stopped. Nothing is remembered here; the portal knows what has come.
 */
const PIECE_BYTES = 16 * 1024 * 1024;
const PAUSES = [0, 1000, 2000, 5000, 10000];
const PATIENCE_WITH_SERVER = 10;
const PASSING = [408, 409, 423, 429, 460];
const LOST = 0;
const GATEWAYS = [502, 503, 504];

/** The portal has no room for this person or for anybody just now, and says when it may have some. */
const FULL = [429, 503];

/** What the portal refused, with its answer. */
export class Refused extends Error {
  constructor(answer) {
    super(`status ${answer.status}`);
    this.answer = answer;
  }
}

/** Sending was stopped by the person, and what has come is forgotten. */
export class Stopped extends Error {}

/** Sending waits until the person goes on; what has come is kept. */
export class Paused extends Error {}

/** The file was changed, moved or removed since it was chosen. */
export class Unreadable extends Error {}

export class PieceSender {
  #token;
  #address;
  #offset = null;
  #request = null;
  #beginning = null;
  #wake = null;
  #end = null;

  /**
   * @param token gives the secret of the session as it is by then
   * @param address of the upload, where it was begun before
   */
  constructor(token, address = null) {
    this.#token = token;
    this.#address = address;
  }

  /** Where the upload is; nothing before it was begun. */
  get address() {
    return this.#address;
  }

  /** Begins an upload of so many bytes. */
  async begin(uploads, length, metadata, told) {
    const headers = { "Upload-Length": length, "Upload-Metadata": encoded(metadata) };
    this.#beginning = this.#trying(() => this.#call("POST", uploads, headers), told);
    const answer = await this.#beginning;
    this.#address = new URL(answer.getResponseHeader("Location"), window.location.href).pathname;
    this.#offset = 0;
    this.#requireGoingOn();
  }

  /**
   * Sends what is missing of the file.
   *
   * @param told gets `came`, the bytes that are there; or `away`; or `wait`, the milliseconds after which it is tried again,
   *     and `why`, the portal's problem
   * @returns where it is told what became of it
   */
  async send(file, told) {
    let location = null;
    if (this.#offset === null) {
      location = await this.#ask(told);
    }
    while (location === null) {
      told({ came: this.#offset });
      location = await this.#piece(file, told);
    }
    return location;
  }

  /** Stops sending; what has come is kept. */
  pause() {
    this.#halt(new Paused());
  }

  /** Stops, and has the portal forget what has come. */
  async stop() {
    this.#halt(new Stopped());
    await this.#beginning?.catch(() => null);
    if (this.#address) {
      await this.#call("DELETE", this.#address, {}).catch(() => null);
    }
  }

  /** What is being begun is waited for: nobody would know its address otherwise. */
  #halt(end) {
    this.#end = end;
    this.#wake?.();
    if (this.#address) {
      this.#request?.abort();
    }
  }

  #requireGoingOn() {
    if (this.#end) {
      throw this.#end;
    }
  }

  /** A piece is never sent blindly again: when it fails in passing, the portal is asked how far it has come. */
  async #piece(file, told) {
    const offset = this.#offset;
    const headers = { "Upload-Offset": offset, "Content-Type": "application/offset+octet-stream" };
    const piece = file.slice(offset, offset + PIECE_BYTES);
    try {
      const progress = (sent) => told({ came: offset + sent });
      return this.#reached(await this.#call("PATCH", this.#address, headers, piece, progress));
    } catch (failure) {
      this.#rethrowUnlessPassing(failure);
      await requireReadable(file);
      await this.#pauseAfter(failure, 1, told);
      return this.#ask(told);
    }
  }

  async #ask(told) {
    return this.#reached(await this.#trying(() => this.#call("HEAD", this.#address, {}), told));
  }

  #reached(answer) {
    this.#offset = Number(answer.getResponseHeader("Upload-Offset"));
    return answer.getResponseHeader("Location");
  }

  async #trying(call, told) {
    for (let failures = 0; ; failures++) {
      try {
        return await call();
      } catch (failure) {
        this.#rethrowUnlessPassing(failure);
        const isTaken = failure.answer.status === LOST || waitAsked(failure.answer) > 0;
        if (!isTaken && failures >= PATIENCE_WITH_SERVER) {
          throw failure;
        }
        await this.#pauseAfter(failure, failures, told);
      }
    }
  }

  #rethrowUnlessPassing(failure) {
    this.#requireGoingOn();
    if (![LOST, ...PASSING, ...GATEWAYS].includes(failure.answer?.status)) {
      throw failure;
    }
  }

  /** Ends early when the browser is connected again, or when everything is stopped. */
  async #pauseAfter({ answer }, failures, told) {
    const wait = waitAsked(answer);
    told(wait ? { wait, why: problemOf(answer) } : { away: true });
    await new Promise((resolve) => {
      this.#wake = resolve;
      window.addEventListener("online", resolve, { once: true });
      window.setTimeout(resolve, wait || PAUSES[Math.min(failures, PAUSES.length - 1)]);
    });
    this.#requireGoingOn();
  }

  #call(method, address, headers, body, progress) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      this.#request = request;
      request.open(method, address);
      const all = { Accept: "application/json", "Tus-Resumable": "1.0.0", "X-CSRF-TOKEN": this.#token(), ...headers };
      Object.entries(all).forEach(([name, value]) => request.setRequestHeader(name, value));
      if (progress) {
        request.upload.addEventListener("progress", (event) => progress(event.loaded));
      }
      const isGood = () => request.status >= 200 && request.status < 300;
      request.addEventListener("loadend", () => (isGood() ? resolve(request) : reject(new Refused(request))));
      request.send(body);
    });
  }
}

/** The problem in an answer (RFC 9457), where it holds one. */
export function problemOf(answer) {
  const isProblem = answer.getResponseHeader("Content-Type")?.startsWith("application/problem+json");
  return isProblem && answer.responseText ? JSON.parse(answer.responseText) : null;
}

/** Milliseconds the portal asks to wait; nothing where it does not. */
function waitAsked(answer) {
  return FULL.includes(answer.status) ? 1000 * Number(answer.getResponseHeader("Retry-After") ?? 0) : 0;
}

async function requireReadable(file) {
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch {
    throw new Unreadable();
  }
}

function encoded(metadata) {
  return Object.entries(metadata)
    .map(([name, value]) => `${name} ${base64(value)}`)
    .join(",");
}

function base64(text) {
  return window.btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
