// Correcting a blank on the sheet: one editor at a time, Escape and 取消 close it and lead back to the blank. Without this file the editor is a page of its own.
import { tell } from "./desk.js";

const sayings = document.getElementById("sayings")?.dataset ?? {};
let stale = false;
let own = null;
let wanted = null;

const differs = (field) => (field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue);
const unsaved = (editor) => [...editor.querySelectorAll("input:not([type=hidden], [type=search]), textarea")].some(differs) || Boolean(editor.querySelector("[aria-invalid]"));
const editors = () => [...document.querySelectorAll("#sheet .editor")];

// The sheet that was not renewed while a blank was being edited is renewed now, unless another is opened meanwhile.
const renew = () => {
  if (!stale || editors().length) return;
  stale = false;
  const { newest, draft } = document.getElementById("known").dataset;
  htmx.ajax("GET", `${newest}?revision=&draft=${draft}`, { swap: "none" });
};

const close = (editor) => {
  const link = editor.parentElement.querySelector("a.edit");
  editor.remove();
  link?.focus();
  renew();
};

document.addEventListener("click", (event) => {
  const cancel = event.target.closest(".editor [data-cancels]");
  if (cancel && document.getElementById("sheet")) {
    event.preventDefault();
    close(cancel.closest(".editor"));
  }
});

document.addEventListener("keydown", (event) => {
  const editor = event.target.closest?.("#sheet .editor");
  if (!editor || event.key !== "Escape" || event.isComposing) return;
  event.preventDefault();
  close(editor);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("#sheet a.edit");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const busy = editors().find(unsaved);
  if (busy) {
    tell(sayings.finishFirst);
    busy.scrollIntoView({ block: "nearest" });
    busy.querySelector("input:not([type=hidden]), textarea")?.focus();
    return;
  }
  for (const each of editors()) each.remove();
  wanted = link;
  htmx.ajax("GET", link.getAttribute("href"), { source: link, target: link.closest("[data-field]"), swap: "beforeend" });
});

document.addEventListener("htmx:beforeSwap", (event) => {
  const { elt } = event.detail.requestConfig;
  own = elt.closest("#sheet .editor [data-edits]")?.dataset.edits;
  // Of two that were asked for one opens: the one that was pressed last, once.
  if (elt.matches("a.edit") && (elt !== wanted || editors().length)) event.detail.shouldSwap = false;
});

// Who went on to another field before it opened stays there.
document.addEventListener("htmx:afterSwap", () => {
  const busy = document.activeElement.matches("textarea, select, input") && !document.activeElement.closest("#sheet .editor");
  if (busy) for (const each of document.querySelectorAll("#sheet .editor [autofocus]")) each.removeAttribute("autofocus");
});

document.addEventListener("htmx:afterRequest", ({ detail }) => { if (!detail.successful && detail.requestConfig?.elt.matches("a.edit")) renew(); });

document.addEventListener("htmx:oobBeforeSwap", (event) => {
  if (event.detail.target.id !== "sheet") return;
  if (!own && editors().length) event.detail.shouldSwap = false;
  stale = event.detail.shouldSwap === false;
});

// Saved: back to the blank. Opened, or not taken: into its first field.
document.addEventListener("htmx:oobAfterSwap", (event) => {
  if (own && event.detail.target.id === "sheet") document.getElementById(`blank-${own}`)?.querySelector("a.edit")?.focus({ preventScroll: true });
});

document.addEventListener("htmx:afterSettle", () => {
  if (document.activeElement === document.body) editors()[0]?.querySelector("[autofocus]")?.focus();
});
