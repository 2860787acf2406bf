// The front desk works without these files; they only make it smoother. Here: nobody's typing is overwritten, pasted text is plain, waits are shown.
const sayings = document.getElementById("sayings")?.dataset ?? {};
const FIELDS = "textarea, select, input:not([type=hidden]):not([type=submit]):not([type=button])";
const SLOW = 1000;

// A notice that stays is not swept off by the next answer that has nothing to say.
let staysUntil = 0;
export const tell = (text, stays = 0) => {
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

// A part of the page that is renewed keeps what is being typed in it, what is open, and the focus; one that waits for a language model is renewed by its answer.
let posted = null;
const changed = (field) => field === document.activeElement || (field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked
  : field.tagName === "SELECT" ? [...field.options].some((each) => each.selected !== each.defaultSelected) : field.value !== field.defaultValue);
const held = (part) => [...part.querySelectorAll(FIELDS)].filter((field) => field.form !== posted && field.form?.id !== "statement" && changed(field));

document.addEventListener("htmx:beforeSwap", (event) => {
  const { elt } = event.detail.requestConfig;
  posted = elt.id === "words" ? null : elt.form ?? elt.closest("form");
});

document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const { target, fragment } = event.detail;
  if (target.id === "notice" && performance.now() < staysUntil && !fragment.textContent.trim()) {
    event.detail.shouldSwap = false;
    return;
  }
  const kept = held(target);
  const found = (each) => each.id && fragment.querySelector(`#${CSS.escape(each.id)}`);
  const waits = [...target.querySelectorAll("#second-reader-ask form.htmx-request")].some((each) => each !== posted);
  if (waits || kept.some((each) => !found(each))) {
    event.detail.shouldSwap = false;
    return;
  }
  for (const each of kept) found(each).setAttribute("hx-preserve", "true");
  for (const each of target.querySelectorAll("details[open][id]")) if (!each.contains(posted) && found(each)) found(each).open = true;
  const focused = document.activeElement;
  if (target.contains(focused) && focused !== target) event.detail.refocus = focused.id || focused.closest("[data-field]")?.id;
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
