// The front desk works without these files; they only make it smoother. Here: nobody's typing is overwritten, pasted text is plain, waits are shown.
import { waits } from "./pressed.js";

const sayings = document.getElementById("sayings")?.dataset ?? {};
const FIELDS = "textarea, select, input:not([type=hidden]):not([type=submit]):not([type=button])";
const SLOW = 1000;
const READ_IT = 10_000;

// A notice is not swept off by a save that has nothing to say, before one can have read it; what a person does next may sweep it off.
let staysUntil = 0;
export const tell = (text, stays = READ_IT) => {
  staysUntil = performance.now() + stays;
  const said = document.createElement("p");
  said.className = "notice";
  said.textContent = text;
  document.getElementById("notice").replaceChildren(said);
};

// A word half spelt in an input method is no word yet.
document.addEventListener("input", (event) => { if (event.isComposing) event.stopImmediatePropagation(); }, true);
document.addEventListener("compositionend", (event) => {
  setTimeout(() => event.target.dispatchEvent(new Event("input", { bubbles: true })));
});

// A part of the page that is renewed keeps what is being typed in it, what is open, and the focus; where it cannot, it is not renewed.
let posted = null;
let sent = {};
let spelling = null;
for (const moment of ["compositionstart", "compositionend"]) {
  document.addEventListener(moment, (event) => { spelling = moment === "compositionstart" ? event.target : null; });
}
const changed = (field) => field === document.activeElement || (field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked
  : field.tagName === "SELECT" ? [...field.options].some((each) => each.selected !== each.defaultSelected) : field.value !== field.defaultValue);
// An answer that was typed, or typed further, since it was sent; whoever puts a question off gives the answer up.
const unsent = (field, part) => field.name && !(field.name === "answer" && part.contains(posted)) && (sent[field.name] === undefined
  ? Boolean(field.value.trim()) || field === document.activeElement : Boolean(field.value.trim()) && field.value !== sent[field.name]);
const held = (part) => [...part.querySelectorAll(FIELDS)].filter((field) => field.form !== posted || field.form?.id === "statement")
  .filter((field) => (field.form?.id === "statement" ? unsent(field, part) : changed(field)));

document.addEventListener("htmx:beforeSwap", (event) => {
  const { elt, parameters } = event.detail.requestConfig;
  posted = elt.id === "words" ? null : elt.form ?? elt.closest("form");
  sent = parameters ?? {};
});

const swept = (notice) => {
  const empty = !notice.textContent.trim();
  if (empty && posted === null && performance.now() < staysUntil) return false;
  staysUntil = empty || posted === null ? 0 : performance.now() + READ_IT;
  return true;
};

document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const { target, fragment } = event.detail;
  const kept = held(target);
  const found = (each) => each.id && fragment.querySelector(`#${CSS.escape(each.id)}`);
  if (waits(target) || target.contains(spelling) || kept.some((each) => !found(each)) || (target.id === "notice" && !swept(fragment))) {
    event.detail.shouldSwap = false;
    return;
  }
  for (const each of kept) if (!found(each).closest("[hx-preserve]")) found(each).setAttribute("hx-preserve", "true");
  for (const each of target.querySelectorAll("details[open][id]")) if (!each.contains(posted) && found(each)) found(each).open = true;
  const focused = document.activeElement;
  if (target.contains(focused) && focused !== target) event.detail.refocus = focused.id || focused.closest("[data-field]")?.id;
  else if (focused.matches(FIELDS)) for (const each of fragment.querySelectorAll("[autofocus]")) each.removeAttribute("autofocus");
});

document.addEventListener("htmx:oobAfterSwap", (event) => {
  const { refocus, target } = event.detail;
  if (!refocus || document.activeElement !== document.body || target.querySelector("[autofocus]")) return;
  const again = document.getElementById(refocus);
  const able = again?.matches("a, button, input, textarea, summary, [tabindex]") ? again : again?.querySelector("a, button, input, [tabindex]");
  able?.focus({ preventScroll: true });
});

// Pasted text is plain: no tabs, no hard or invisible blanks, no bullets of a word processor; line ends stay.
export const plain = (text) => text
  .replace(/\r\n?/g, "\n")
  .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\u0000]/g, "")
  .replace(/[\t\u00a0\u2000-\u200a\u202f]+/g, " ")
  .replace(/^[ \u3000]*[•·●○◦▪■□◆◇►▶‣⁃\uf000-\uf0ff][ \u3000]*/gmu, "")
  .replace(/[ ]+$/gm, "")
  .replace(/\n{3,}/g, "\n\n");

const clipped = (data) => {
  const text = data.getData("text/plain");
  if (text || !data.types.includes("text/html")) return text;
  return new DOMParser().parseFromString(data.getData("text/html"), "text/html").body.textContent;
};

document.addEventListener("paste", (event) => {
  const field = event.target;
  if (!field.matches?.("textarea") || field.readOnly || !event.clipboardData) return;
  const text = plain(clipped(event.clipboardData));
  const length = [...field.value].length - (field.selectionEnd - field.selectionStart) + [...text].length;
  event.preventDefault();
  if (length > Number(sayings.longest)) {
    tell(sayings.tooLong.replace("{n}", length.toLocaleString("zh-CN")));
    return;
  }
  staysUntil = 0;
  if (!document.execCommand("insertText", false, text)) {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
});

// Whatever takes longer than a second shows that it is under way.
let waiting = 0;
const slow = (by) => {
  waiting = Math.max(0, waiting + by);
  const busy = document.getElementById("busy");
  clearTimeout(slow.timer);
  if (waiting) slow.timer = setTimeout(() => { busy.hidden = false; }, SLOW);
  else busy.hidden = true;
};
const apart = (event) => event.detail.elt.closest("#second-reader-ask");
document.addEventListener("htmx:beforeSend", (event) => { if (!apart(event)) slow(1); });
document.addEventListener("htmx:afterRequest", (event) => { if (event.detail.xhr && !apart(event)) slow(-1); });

// One way to begin again at a time: a click elsewhere closes the question.
document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details.ask-once[open]")) if (!open.contains(event.target)) open.open = false;
});
