/**
 * A field that finds people while one types (combobox with a list, ARIA Authoring Practices): arrows move through what was
 * found, Enter takes it, Escape closes. What is taken becomes a ticked box of the form; the server draws every line.
 */
const PAUSE = 200;

export function prepareComboboxes(root) {
  root.querySelectorAll("[data-combobox]").forEach(prepare);
}

function prepare(box) {
  const form = box.closest("form");
  const field = box.querySelector("input");
  const place = box.querySelector("[data-combobox-found]");
  const status = form.querySelector("[data-combobox-status]");
  const list = new Options(field, place);
  let timer = 0;
  let asked = 0;
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", "who-found");
  list.close();
  box.querySelector("[data-combobox-search]").hidden = true;

  const look = async () => {
    const turn = ++asked;
    const found = field.value.trim() ? await fetched(box, form, field.value) : "";
    if (turn === asked && found !== null) {
      list.show(found);
      status.textContent = field.value.trim() ? list.summary(status.dataset.count) : "";
    }
  };
  const take = (option) => {
    if (!form.querySelector(`[name=principal][value="${option.dataset.principal}"]`)) {
      form.querySelector("[data-chosen-people]").append(ticked(option));
    }
    window.clearTimeout(timer);
    asked++;
    field.value = "";
    list.close();
    status.textContent = `${option.dataset.name} ${status.dataset.added}`;
  };
  field.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(look, PAUSE);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      list.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (list.active) {
        take(list.active);
      }
    } else if (event.key === "Escape") {
      list.close();
    }
  });
  place.addEventListener("mousedown", (event) => event.preventDefault());
  place.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) {
      take(option);
      field.focus();
    }
  });
  field.addEventListener("blur", () => list.close());
}

/** What was found, and which line of it the keys are at. */
class Options {
  #field;
  #place;

  constructor(field, place) {
    this.#field = field;
    this.#place = place;
  }

  get active() {
    return this.#place.querySelector("[aria-selected=true]");
  }

  show(html) {
    this.#place.innerHTML = html;
    const open = Boolean(html);
    this.#place.hidden = !open;
    this.#field.setAttribute("aria-expanded", String(open));
    this.#mark(this.#all()[0]);
    if (open && !this.#all().length) {
      const list = this.#place.querySelector("[role=listbox]");
      list.replaceWith(Object.assign(document.createElement("p"), { className: "hint", textContent: list.dataset.none }));
    }
  }

  close() {
    this.show("");
  }

  move(step) {
    const all = this.#all();
    const next = all.indexOf(this.active) + step;
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
  form.querySelectorAll("[name=document]").forEach((field) => address.searchParams.append("document", field.value));
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
