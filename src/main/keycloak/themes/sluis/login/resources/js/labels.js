// Fields of the parent's pages whose labels name nothing, or that have none, get theirs (WCAG 2.2, 1.3.1).
document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("label[for]").forEach((label) => {
    const field = label.closest("[class*='form__group']")?.querySelector("input:not([type=hidden])");
    if (field && !document.getElementById(label.htmlFor)) {
      label.htmlFor = field.id;
    }
  });
  document.getElementById("kc-attempted-username")?.setAttribute("aria-labelledby", "sluis-attempted");
});
