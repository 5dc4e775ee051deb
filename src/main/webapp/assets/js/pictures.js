/** A picture that does not come says so in its place, and what to do. */
export function watchPictures() {
  document.addEventListener("error", (event) => tell(event.target), true);
}

/** Those that failed before anybody watched. */
export function preparePictures(page) {
  page.querySelectorAll("img[data-failed]").forEach((picture) => {
    if (picture.complete && picture.naturalWidth === 0) {
      tell(picture);
    }
  });
}

function tell(picture) {
  const words = picture.dataset?.failed;
  if (words) {
    const note = document.createElement("p");
    note.className = "notice notice--warning";
    note.setAttribute("role", "status");
    note.textContent = words;
    picture.replaceWith(note);
  }
}
