/** The uploads that stopped on their way: each goes on once the same file is chosen again. */
import { token } from "../session.js";
import { isTheOneThatWasBegun } from "./limits.js";
import { PieceSender } from "./pieces.js";
import { held, Upload } from "./upload.js";

/** @param send gets what goes on */
export function prepareLine(line, send) {
  const chooser = line.querySelector("[type=file]");
  const take = () => {
    const [file] = chooser.files;
    const isSame = isTheOneThatWasBegun(line.dataset, file);
    complain(line, isSame ? "" : line.dataset.other);
    if (isSame) {
      const { address, title } = line.dataset;
      remove(line);
      send(new Upload(file, {}, { address, title }));
    }
  };
  chooser.addEventListener("change", take);
  line.querySelector("[data-discard]").addEventListener("click", async () => {
    await new PieceSender(token, line.dataset.address).stop();
    remove(line).focus();
  });
}

/** What some window sends, this one or another, does not wait for anybody. */
export async function markHeld(lines) {
  const addresses = await held();
  lines
    .filter((line) => addresses.includes(line.dataset.address))
    .forEach((line) => {
      line.querySelector("[data-elsewhere]").hidden = false;
      line.querySelector("[data-acts]").hidden = true;
    });
}

function complain(line, text) {
  const error = line.querySelector("[data-error-of=file]");
  error.textContent = text;
  error.hidden = !text;
  line.querySelector("[type=file]").toggleAttribute("aria-invalid", false);
  if (text) {
    line.querySelector("[type=file]").setAttribute("aria-invalid", "true");
  }
}

/** @returns where to go on */
function remove(line) {
  const section = line.closest("[data-lines]");
  line.remove();
  if (section.querySelector("[data-unfinished]")) {
    return section.querySelector("h2");
  }
  section.remove();
  return document.getElementById("content");
}
