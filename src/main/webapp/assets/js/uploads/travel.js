/**
 * While the tray holds something, links and forms change the page in place: what is being sent goes on. Otherwise each page
 * is loaded as a whole.
 */
const CONTENT = "#content";
const PARTS = "#content, #tray";
const NO_PAGES = /^\/sign-(in|out)/;
const BYTES = /\/content$/;

export class Travel {
  #stays;
  #here = addressOf(window.location);

  /** @param stays tells whether to stay, and with what the window is left otherwise */
  constructor(stays) {
    this.#stays = stays;
    document.addEventListener("click", (event) => this.#follow(event));
    document.addEventListener("submit", (event) => this.#submit(event));
    document.addEventListener("htmx:beforeSwap", (event) => arrive(event));
    for (const moved of ["htmx:pushedIntoHistory", "htmx:replacedInHistory"]) {
      document.addEventListener(moved, () => {
        this.#here = addressOf(window.location);
      });
    }
    if (document.readyState === "complete") {
      this.#takeBack();
    } else {
      window.addEventListener("load", () => this.#takeBack());
    }
  }

  /** The way back is followed here, in place of htmx, which loads the page anew. */
  #takeBack() {
    const anew = window.onpopstate;
    window.onpopstate = (event) => (this.#stays() ? this.#back() : anew?.call(window, event));
  }

  #follow(event) {
    const link = event.target.closest("a[href]");
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !isPlain || event.defaultPrevented || !this.#stays() || isElsewhere(link)) {
      return;
    }
    if (BYTES.test(link.pathname)) {
      link.download = "";
    } else if (addressOf(link) !== this.#here || !link.hash) {
      event.preventDefault();
      go("get", addressOf(link) + link.hash);
    }
  }

  /** Forms of the frame, such as that for the language, change more than the content. */
  #submit(event) {
    const form = event.target;
    const isBytes = event.submitter?.hasAttribute("formtarget");
    const isPlain = form.method === "post" && form.enctype !== "multipart/form-data" && !isBytes && form.closest(PARTS);
    if (isPlain && !event.defaultPrevented && this.#stays()) {
      event.preventDefault();
      const address = event.submitter?.hasAttribute("formaction") ? event.submitter.formAction : form.action;
      go("post", addressOf(new URL(address)), new FormData(form, event.submitter));
    }
  }

  #back() {
    if (addressOf(window.location) !== this.#here) {
      this.#here = addressOf(window.location);
      go("get", this.#here, undefined, "false");
    }
  }
}

/** Where that fails the reader is told, as with every part of a page. */
async function go(verb, address, values, push = "true") {
  const place = { target: CONTENT, select: CONTENT, swap: "outerHTML show:window:top" };
  await window.htmx.ajax(verb, address, { ...place, push, values }).catch(() => null);
  document.querySelector(CONTENT).focus({ preventScroll: true });
}

/** A page takes the place of another, also one that says what went wrong; anything else is left to the browser. */
function arrive({ detail }) {
  if (detail.select !== CONTENT) {
    return;
  }
  const page = new DOMParser().parseFromString(detail.serverResponse, "text/html");
  if (detail.xhr.status === 401) {
    detail.shouldSwap = false;
  } else if (page.querySelector(CONTENT)) {
    detail.shouldSwap = true;
    detail.isError = false;
    showWhere(page);
  } else {
    detail.shouldSwap = false;
    if (detail.requestConfig.verb === "get") {
      window.location.assign(detail.pathInfo.requestPath);
    }
  }
}

/** The menus say where the reader is. */
function showWhere(page) {
  document.querySelectorAll("body > :not(main) a[href]").forEach((link) => {
    const current = page.querySelector(`body > :not(main) a[href="${CSS.escape(link.getAttribute("href"))}"]`);
    const place = current?.getAttribute("aria-current");
    if (place) {
      link.setAttribute("aria-current", place);
    } else {
      link.removeAttribute("aria-current");
    }
  });
}

function isElsewhere(link) {
  const isOurs = link.origin === window.location.origin && !NO_PAGES.test(link.pathname);
  return !isOurs || link.target !== "" || link.hasAttribute("download");
}

function addressOf({ pathname, search }) {
  return pathname + search;
}
