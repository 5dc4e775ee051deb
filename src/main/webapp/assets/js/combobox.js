/**
 * A field that finds people while one types (combobox with a list, ARIA Authoring Practices): arrows move through what was
 * found, Enter takes it, Escape closes. While nothing is typed it offers who is likely, and none of them is taken before an
 * arrow chose. What is taken becomes a ticked box of the form; the server draws every line.
 */
const PAUSE = 200;

/** A page is brought along twice: as a document, and by htmx as its body. */
const prepared = new WeakSet();

export function prepareComboboxes(root) {
  root.querySelectorAll("[data-combobox]").forEach(prepare);
}

function prepare(box) {
  if (prepared.has(box)) {
    return;
  }
  prepared.add(box);
  const form = box.closest("form");
  const field = box.querySelector("input");
  const place = box.querySelector("[data-combobox-found]");
  const status = form.querySelector("[data-combobox-status]");
  const list = new Options(field, place);
  let timer = 0;
  let asked = 0;
  let offering = false;
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", "who-found");
  list.close();
  box.querySelector("[data-combobox-search]").hidden = true;

  const look = async () => {
    const turn = ++asked;
    const words = field.value.trim();
    const found = await fetched(box, form, field.value);
    if (turn === asked && found !== null && document.activeElement === field) {
      list.show(found, Boolean(words));
      status.textContent = list.summary(words ? status.dataset.count : status.dataset.suggested);
    }
  };
  const leave = () => {
    window.clearTimeout(timer);
    asked++;
    list.close();
  };
  const offer = () => {
    if (!field.value.trim() && !list.isOpen && !offering) {
      offering = true;
      look().finally(() => {
        offering = false;
      });
    }
  };
  const take = (option) => {
    const wasLikely = list.isLikely;
    const chosen = form.querySelector("[data-chosen-people]");
    const again = chosen.querySelector(`[value="${option.dataset.principal}"]`);
    if (again) {
      again.checked = true;
    } else {
      chosen.append(ticked(option));
    }
    field.value = "";
    leave();
    status.textContent = `${option.dataset.name} ${status.dataset.added}`;
    if (wasLikely) {
      timer = window.setTimeout(look, PAUSE);
    }
  };
  field.addEventListener("focus", offer);
  field.addEventListener("click", offer);
  field.addEventListener("input", () => {
    window.clearTimeout(timer);
    asked++;
    if (list.isLikely) {
      list.close();
    }
    timer = window.setTimeout(look, PAUSE);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      offer();
      list.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (list.active) {
        take(list.active);
      }
    } else if (event.key === "Escape") {
      leave();
    }
  });
  place.addEventListener("mousedown", (event) => event.preventDefault());
  place.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) {
      field.focus();
      take(option);
    }
  });
  field.addEventListener("blur", leave);
}

/** What was found, and which line of it the keys are at. */
class Options {
  #field;
  #place;
  #sought = false;

  constructor(field, place) {
    this.#field = field;
    this.#place = place;
  }

  get active() {
    return this.#place.querySelector("[aria-selected=true]");
  }

  get isOpen() {
    return !this.#place.hidden;
  }

  /** Whether it holds those who are likely, before anything was typed. */
  get isLikely() {
    return this.isOpen && !this.#sought;
  }

  /** @param sought whether these are what was looked for, of which the first is at hand */
  show(html, sought) {
    this.#place.innerHTML = html;
    this.#sought = sought;
    const list = this.#place.querySelector("[role=listbox]");
    if (list && !this.#all().length && list.dataset.none) {
      list.replaceWith(Object.assign(document.createElement("p"), { className: "hint", textContent: list.dataset.none }));
    } else if (list && !this.#all().length) {
      this.#place.innerHTML = "";
    }
    const open = this.#place.childElementCount > 0;
    this.#place.hidden = !open;
    this.#field.setAttribute("aria-expanded", String(open));
    this.#mark(sought ? this.#all()[0] : null);
  }

  close() {
    this.show("", false);
  }

  move(step) {
    const all = this.#all();
    const next = this.active ? all.indexOf(this.active) + step : Math.min(0, step);
    this.#mark(all[(next + all.length) % all.length]);
  }

  summary(found) {
    return this.#all().length ? `${this.#all().length} ${found}` : this.#place.textContent.trim();
  }

  #all() {
    return [...this.#place.querySelectorAll("[role=option]")];
  }

  #mark(option) {
    this.active?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) {
      this.#field.setAttribute("aria-activedescendant", option.id);
    } else {
      this.#field.removeAttribute("aria-activedescendant");
    }
  }
}

async function fetched(box, form, words) {
  const address = new URL(box.dataset.source, window.location.href);
  address.searchParams.set("q", words);
  for (const name of ["document", "principal"]) {
    form.querySelectorAll(`[name=${name}]:is(:checked, [type=hidden])`).forEach((field) => address.searchParams.append(name, field.value));
  }
  try {
    const answer = await fetch(address, { headers: { "HX-Request": "true" } });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

function ticked(option) {
  const label = document.createElement("label");
  label.className = "person";
  const box = document.createElement("input");
  Object.assign(box, { type: "checkbox", name: "principal", value: option.dataset.principal, checked: true });
  box.setAttribute("checked", "");
  label.append(box, ...[...option.cloneNode(true).childNodes]);
  return label;
}
