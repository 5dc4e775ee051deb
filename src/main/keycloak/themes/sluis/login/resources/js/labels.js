// A label of the parent's page for codes names a field that is not there: it belongs to the one beside it (WCAG 2.2, 1.3.1).
document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("label[for]").forEach((label) => {
    const field = label.closest("[class*='form__group']")?.querySelector("input:not([type=hidden])");
    if (field && !document.getElementById(label.htmlFor)) {
      label.htmlFor = field.id;
    }
  });
});
