// Sending materials: a file is on its way as soon as it is chosen; one too large is told at once; a large one shows how far it is.
document.querySelector(".bringing")?.classList.add("scripted");
const form = (event) => event.target.closest?.("form.upload");
const told = (where, sentence) => {
  const line = document.createElement("p");
  line.className = "notice";
  line.textContent = sentence;
  where.closest(".bring").querySelector(".upload-said").replaceChildren(line);
};

document.addEventListener("htmx:beforeRequest", (event) => {
  const where = form(event);
  if (!where) return;
  const files = [...where.querySelectorAll("input[type=file]")].flatMap((each) => [...each.files]);
  if (files.some((each) => each.size > Number(where.dataset.largest))) {
    event.preventDefault();
    where.reset();
    told(where, where.dataset.tooLarge);
    return;
  }
  where.closest(".bring").querySelector(".upload-said").replaceChildren();
  where.querySelector(".uploading").hidden = files.length === 0;
  where.querySelector(".uploading span").textContent = where.dataset.sending;
});

document.addEventListener("htmx:xhr:progress", (event) => {
  const where = form(event);
  if (!where || !event.detail.lengthComputable || !event.detail.total) return;
  const part = Math.round((event.detail.loaded / event.detail.total) * 100);
  where.querySelector("progress").value = part;
  where.querySelector(".uploading span").textContent = part < 100 ? `${where.dataset.sending} ${part}%` : where.dataset.checking;
});

const broken = (event) => {
  const where = form(event);
  if (!where) return;
  where.querySelector(".uploading").hidden = true;
  where.reset();
  told(where, where.dataset.broken);
};
document.addEventListener("htmx:sendError", broken);
document.addEventListener("htmx:timeout", broken);

// A sentence about the whole page comes beside the place: the material stays as it is.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (!event.target.closest?.(".bring") || event.detail.serverResponse.includes('class="bring"')) return;
  event.detail.swapOverride = "none";
  const where = event.target.closest(".bring");
  where.querySelector(".uploading").hidden = true;
  where.querySelector("form.upload").reset();
});

// What was sent is what one wants to see next.
document.addEventListener("htmx:afterSwap", (event) => {
  const place = document.getElementById(event.detail.target?.id ?? "");
  if (!place?.classList.contains("bring")) return;
  const heading = place.querySelector("h3");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
});
