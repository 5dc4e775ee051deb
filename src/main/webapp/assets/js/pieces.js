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

/** What the portal refused, with its answer. */
export class Refused extends Error {
  constructor(answer) {
    super(`status ${answer.status}`);
    this.answer = answer;
  }
}

/** Sending was stopped by the person. */
export class Stopped extends Error {}

export class PieceSender {
  #csrf;
  #address;
  #request = null;
  #wake = null;
  #stopped = false;

  /** @param address of the upload, where it was begun before */
  constructor(csrf, address) {
    this.#csrf = csrf;
    this.#address = address;
  }

  /** Begins an upload of so many bytes. */
  async begin(uploads, length, metadata) {
    const answer = await this.#trying(() =>
      this.#call("POST", uploads, { "Upload-Length": length, "Upload-Metadata": encoded(metadata) }),
    );
    this.#address = new URL(answer.getResponseHeader("Location"), window.location.href).pathname;
  }

  /**
   * Sends what is missing of the file.
   *
   * @param told gets the bytes that are there, and whether the connection is away
   * @returns where it is told what became of it
   */
  async send(file, told) {
    let answer = await this.#trying(() => this.#call("HEAD", this.#address, {}), told);
    while (Number(answer.getResponseHeader("Upload-Offset")) < file.size) {
      const offset = Number(answer.getResponseHeader("Upload-Offset"));
      told(offset, false);
      answer = await this.#piece(file, offset, told);
    }
    return answer.getResponseHeader("Location");
  }

  /** Stops, and has the portal forget what has come. */
  async stop() {
    this.#stopped = true;
    this.#wake?.();
    this.#request?.abort();
    if (this.#address) {
      await this.#call("DELETE", this.#address, {}).catch(() => null);
    }
  }

  /** A piece is never sent blindly again: when it fails in passing, the portal is asked how far it has come. */
  async #piece(file, offset, told) {
    const headers = { "Upload-Offset": offset, "Content-Type": "application/offset+octet-stream" };
    const piece = file.slice(offset, offset + PIECE_BYTES);
    try {
      return await this.#call("PATCH", this.#address, headers, piece, (sent) => told(offset + sent, false));
    } catch (failure) {
      this.#rethrowUnlessPassing(failure);
      told(offset, true);
      await this.#pause(PAUSES[1]);
      return this.#trying(() => this.#call("HEAD", this.#address, {}), told);
    }
  }

  async #trying(call, told = () => null) {
    for (let failures = 0; ; failures++) {
      try {
        return await call();
      } catch (failure) {
        this.#rethrowUnlessPassing(failure);
        if (failure.answer.status !== LOST && failures >= PATIENCE_WITH_SERVER) {
          throw failure;
        }
        told(null, true);
        await this.#pause(PAUSES[Math.min(failures, PAUSES.length - 1)]);
      }
    }
  }

  #rethrowUnlessPassing(failure) {
    if (this.#stopped) {
      throw new Stopped();
    }
    const status = failure.answer?.status;
    if (![LOST, ...PASSING, ...GATEWAYS].includes(status) || isUsedUp(failure.answer)) {
      throw failure;
    }
  }

  /** Ends early when the browser is connected again, or when everything is stopped. */
  async #pause(milliseconds) {
    await new Promise((resolve) => {
      this.#wake = resolve;
      window.addEventListener("online", resolve, { once: true });
      window.setTimeout(resolve, milliseconds);
    });
    if (this.#stopped) {
      throw new Stopped();
    }
  }

  #call(method, address, headers, body, progress) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      this.#request = request;
      request.open(method, address);
      const all = { Accept: "application/json", "Tus-Resumable": "1.0.0", "X-CSRF-TOKEN": this.#csrf, ...headers };
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

/** Unfinished uploads use the allowance up until one is finished or given up: waiting for a moment changes nothing. */
function isUsedUp(answer) {
  return answer.status === 429 && answer.responseText.includes('"until"');
}

function encoded(metadata) {
  return Object.entries(metadata)
    .map(([name, value]) => `${name} ${base64(value)}`)
    .join(",");
}

function base64(text) {
  return window.btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
