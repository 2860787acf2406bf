// The box in which the business scope is searched: arrows go through what was found, Enter takes it, Escape empties the box. Without this file each is a button.
const box = (element) => element.closest?.(".editor.scope input[role=combobox]");
const options = (input) => [...(document.getElementById(input.getAttribute("aria-controls"))?.querySelectorAll("[role=option]") ?? [])];
const active = (input) => document.getElementById(input.getAttribute("aria-activedescendant") ?? "");

const mark = (input, option) => {
  for (const each of options(input)) each.classList.toggle("active", each === option);
  if (option) input.setAttribute("aria-activedescendant", option.id);
  else input.removeAttribute("aria-activedescendant");
  option?.scrollIntoView({ block: "nearest" });
};

const step = (input, by) => {
  const found = options(input);
  if (!found.length) return;
  const at = found.indexOf(active(input));
  const next = at < 0 && by < 0 ? found.length - 1 : at + by;
  mark(input, found[next] ?? null);
};

const empty = (input) => {
  mark(input, null);
  input.value = "";
  input.dispatchEvent(new Event("input", { bubbles: true }));
};

// Before the desk's own keys: Escape in a box with words empties it and leaves the editor open.
document.addEventListener("keydown", (event) => {
  const input = event.isComposing ? null : box(event.target);
  if (!input) return;
  const done = { ArrowDown: () => step(input, 1), ArrowUp: () => step(input, -1), Enter: active(input) && (() => active(input).click()),
    Escape: (input.value || active(input)) && (() => empty(input)) }[event.key];
  if (!done) return;
  event.preventDefault();
  event.stopPropagation();
  done();
}, true);

// What was found is new: nothing in it is chosen yet. Where the button that was pressed is gone, one goes on in the box.
document.addEventListener("htmx:afterSettle", () => {
  for (const input of document.querySelectorAll(".editor.scope input[role=combobox]")) {
    mark(input, active(input));
    input.setAttribute("aria-expanded", String(options(input).length > 0));
    if (document.activeElement === document.body) input.focus();
  }
});
