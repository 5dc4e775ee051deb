/** What a file probably is, from its name, from what it can be, and from what was sent before in this browser. */
import { endingOf, misfit } from "./limits.js";

const KEPT = "sluis-categories";
const LONGEST_TITLE = 200;

/** What is characteristic in names of files, in the three languages; the more special comes first. */
const SIGNS = [
  ["exam-recording", /recording|opname|enregistrement/],
  ["calibration-certificate", /\b(calibrat|kalibr|etalon|ijk)/],
  ["exam-certificate", /\b(exam|diplom)/],
  ["identity-copy", /\b(identi|passport|pas(s?e)?port|paspoort|eid\b|id card)/],
  ["application-form", /\b(application|aanvraag|demande|formul|form\b)/],
  ["inspection-report", /\b(inspecti|audit|visit|bezoek|keuring)/],
  ["test-report", /\b(test|essai|proef|beproev|strength|druksterkte|resistance|cubes?\b|kubus)/],
  ["attestation", /\battest/],
  ["certificate", /\b(certifi|cert\b)/],
  ["marking", /\b(mark(ing|ering)|marquage|label|etiket|etiquet)/],
  ["regulation", /\b(reglement|regulation|norm|standard|ptv|tra\b)/],
  ["measurement-data", /\b(measure|meet|meting|mesure|data|gegevens|donnees)/],
  ["correspondence", /\b(letter|brief|lettre|courrier|mail|correspond)/],
];

/** The name as people would write it: without ending, with blanks. */
export function titleOf(name) {
  const dot = name.lastIndexOf(".");
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const title = stem.replaceAll("_", " ").replace(/\s+/g, " ").trim();
  return (title || name).slice(0, LONGEST_TITLE);
}

/** The name of one of these categories; nothing where all are as likely. */
export function categoryFor(file, categories) {
  const possible = categories.filter((category) => !misfit(file, category)).map(({ name }) => name);
  const kept = remembered();
  const choices = [
    SIGNS.find(([name, sign]) => possible.includes(name) && sign.test(plain(file.name)))?.[0],
    kept[endingOf(file.name)],
    possible.length === 1 ? possible[0] : "",
    kept.last,
  ];
  return choices.find((name) => name && possible.includes(name)) ?? "";
}

/** Keeps what was chosen for files of that ending, in this browser alone. */
export function remember(fileName, category) {
  try {
    const kept = { ...remembered(), [endingOf(fileName)]: category, last: category };
    window.localStorage.setItem(KEPT, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing guesses a little worse.
  }
}

function remembered() {
  try {
    return JSON.parse(window.localStorage.getItem(KEPT)) ?? {};
  } catch {
    return {};
  }
}

/** Small letters without accents, blanks between words. */
function plain(name) {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ");
}
