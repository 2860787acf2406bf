// The tour (怎么用): four short notes in a corner of the desk, offered once. Unasked it takes neither focus nor keys, and it leaves as soon as
// somebody sets to work; asked for (怎么用 in the masthead) it takes the focus and gives it back. Without this file 怎么用 is a page of its own.
const tour = document.getElementById("tour");
const steps = [...(tour?.querySelectorAll("[data-at]") ?? [])];
const told = document.getElementById("tour-told");
const button = (name) => [...tour.querySelectorAll(`[data-tour="${name}"]`)];
const calm = matchMedia("(prefers-reduced-motion: reduce)");

let place = 0;
let opener = null;
let pointed = null;

const found = (places) => places.split("|").map((each) => document.querySelector(each)).find((each) => each?.offsetHeight);

const point = (target, look) => {
  pointed?.classList.remove("pointed");
  pointed = target;
  pointed?.classList.add("pointed");
  const tall = pointed && pointed.offsetHeight > innerHeight / 2;
  if (look) pointed?.scrollIntoView({ block: tall ? "start" : "center", behavior: calm.matches ? "auto" : "smooth" });
};

const show = (wanted, look) => {
  place = wanted;
  const last = place === steps.length - 1;
  steps.forEach((each, number) => { each.hidden = number !== place; });
  button("back")[0].hidden = place === 0;
  button("next")[0].hidden = last;
  button("close")[1].hidden = !last;
  document.getElementById("tour-place").textContent = place + 1;
  point(found(steps[place].dataset.at), look);
  told.textContent = steps[place].textContent;
};

const open = (asked) => {
  opener = asked;
  document.cookie = `toured=1; Path=/; Max-Age=${365 * 24 * 3600}; SameSite=Lax${location.protocol === "https:" ? "; Secure" : ""}`;
  tour.open = true;
  show(0, false);
  if (asked) document.getElementById("tour-title").focus();
};

const close = () => {
  const within = tour.contains(document.activeElement);
  tour.open = false;
  point(null, false);
  told.textContent = "";
  if (within) (opener ?? document.getElementById("words"))?.focus({ preventScroll: true });
  opener = null;
};

if (tour) {
  tour.addEventListener("click", (event) => {
    const wanted = event.target.closest("[data-tour]")?.dataset.tour;
    if (wanted === "close") return close();
    if (!wanted) return;
    show(place + (wanted === "next" ? 1 : -1), true);
    if (event.target.closest("[data-tour]").hidden) button(place ? "close" : "next")[place ? 1 : 0].focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !tour.open || event.isComposing || event.defaultPrevented || document.querySelector("dialog:modal")) return;
    event.preventDefault();
    close();
  });
  for (const moment of ["input", "gaoxing:speaks"]) document.addEventListener(moment, () => { if (tour.open && !opener) close(); });
  document.getElementById("how")?.addEventListener("click", (event) => {
    event.preventDefault();
    open(event.currentTarget);
  });
  if (tour.dataset.first !== undefined) open(null);
}
