// Saving while one types: soon after each pause, at the latest every 800 ms; whatever fails is sent again by itself and taken once;
// what may not have got through yet is kept in this browser too.
import { tell } from "./desk.js";
import { align } from "./linking.js";
import { drop, keep, kept, kiosk } from "./store.js";

const PAUSE = 300;
const LATEST = 800;
const LONGEST_WAIT = 15_000;
const HURRIED = 60_000;
const STUCK = 30_000;
// A browser writes a new cookie to disk within half a minute; until then a killed one forgets who it was, and only its own copy is left.
const COOKIE = 40_000;
const ASK_AGAIN = 2000;
const LOCK = "page ";
// More posts than a page sends between two strokes.
const STEPS_AHEAD = 1000;

const form = document.getElementById("statement");
const box = document.getElementById("words");
const ways = document.getElementById("heard-words");
const state = document.getElementById("saved");
const heard = document.getElementById("saved-told");
const sayings = document.getElementById("sayings")?.dataset ?? {};

let token = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(15)))).replaceAll("+", "-").replaceAll("/", "_");
const steps = new Map();
let known = {};
let acknowledged = "";
let told = "";
let base = "";
let step = 0;
let underway = 0;
let failures = 0;
let first = 0;
let pause = 0;
let again = 0;
let composing = false;
let cleared = false;
let pending = null;
let lookedAt = 0;
// Before htmx has found its parts of the page, an event that should send the words would be lost.
let ready = false;

const clock = () => new Date().toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false });
// Words whose other ways to be written came after them are sent once more with these.
const dirty = () => box.value !== acknowledged || ways.value !== told;
const read = () => { known = { ...document.getElementById("known").dataset }; };

// What the line beside the words says; only trouble, and its end, is said aloud.
const show = (name, n = "") => {
  const text = sayings[name].replace("{n}", n);
  if (name === "saved") state.textContent = `${text} ${clock()}`;
  else if (state.textContent !== text) state.textContent = text;
  const troubled = state.dataset.state === "retrying" || state.dataset.state === "offline";
  state.dataset.state = name;
  if (name === "offline" || name === "unsaved" || (name === "retrying" && n === 2)) heard.textContent = text;
  else if (name === "saved" && troubled) heard.textContent = text;
};

// --- the copy in this browser
const record = (field, text, more = {}) => ({ key: `${token}/${field}`, page: token, draft: known.draft, visit: known.visit, field, text, base, step, acked: false, ...more });
const keepWords = () => { if (!cleared) keep(record("words", box.value, { acked: !dirty() })); };
const forget = () => {
  if (dirty()) return keepWords();
  if (performance.now() > COOKIE) return drop(`${token}/words`);
  keepWords();
  return setTimeout(() => { if (!dirty()) drop(`${token}/words`); }, COOKIE);
};
const asked = () => document.querySelector('input[name="asked"]')?.value ?? "";

// --- sending
const later = (wait) => { clearTimeout(again); again = setTimeout(send, wait); };

function send() {
  clearTimeout(pause);
  clearTimeout(again);
  first = 0;
  if (!ready || composing || (underway && Date.now() - underway < STUCK)) return;
  if (pending) return void resend();
  if (!dirty()) {
    failures = 0;
    forget();
    return void show("saved");
  }
  underway = Date.now();
  if (!failures) show("saving");
  htmx.trigger(box, "said");
}

const typed = () => {
  const now = Date.now();
  first ||= now;
  if (!failures) show("saving");
  clearTimeout(pause);
  if (failures && navigator.onLine === false) return;
  pause = setTimeout(send, Math.max(0, Math.min(PAUSE, first + LATEST - now)));
};

// The same post sent again carries the same number, so that it is taken once.
const signature = (parameters, path) => JSON.stringify([path, ...["answer", "choice", "addition", "asked"].map((each) => parameters[each] ?? ""),
  parameters.answer || parameters.choice || parameters.addition ? "" : parameters.words ?? ""]);

const resend = () => {
  const { path, values } = pending;
  underway = Date.now();
  htmx.ajax("POST", path, { source: form, swap: "none", values: { choice: "", ...values, words: box.value } });
};

const entered = (parameters) => Boolean(parameters.answer || parameters.choice || parameters.addition);

const failed = ({ xhr, requestConfig }) => {
  const { path, parameters } = requestConfig;
  const ours = path === form.getAttribute("action");
  const passing = xhr.status === 0 || xhr.status >= 500 || xhr.status === 429 || xhr.status === 408;
  if (ours && entered(parameters) && passing) {
    pending = { path, values: { answer: parameters.answer, choice: parameters.choice ?? "", addition: parameters.addition, asked: parameters.asked } };
  } else if (ours && entered(parameters)) pending = null;
  if (!ours) {
    if (!xhr.responseText.includes('id="notice"')) tell(sayings.tryAgain);
    return;
  }
  if (!passing) {
    show("unsaved");
    document.getElementById("notice").scrollIntoView({ block: "nearest" });
    return;
  }
  failures += 1;
  if (pending && xhr.status === 0) tell(sayings.answerWaits, 0);
  if (xhr.status === 0 && (failures === 1 || navigator.onLine === false)) show(kiosk ? "offlineHere" : "offline");
  else show("retrying", failures);
  later(xhr.status === 429 ? HURRIED : Math.min(LONGEST_WAIT, 500 * 2 ** failures));
};

// --- what came back
const put = (text) => {
  const [start, end, same] = [box.selectionStart, box.selectionEnd, document.activeElement === box];
  box.value = text;
  if (same) box.setSelectionRange(Math.min(start, text.length), Math.min(end, text.length));
};

// Two answers may overtake each other; what is older than what the page shows is not shown.
const outdated = ({ responseText }) => {
  const [, draft, revision] = /id="known"[^>]*data-draft="([^"]*)"[^>]*data-revision="(\d+)"/.exec(responseText) ?? [];
  return Boolean(draft) && draft === known.draft && Number(revision) < Number(known.revision);
};

const received = (parameters, path) => {
  const server = document.getElementById("lit").textContent;
  const stated = path === form.getAttribute("action") && parameters.words !== undefined;
  const replaced = stated ? parameters.words.replaceAll("\r\n", "\n") : parameters.mine?.replaceAll("\r\n", "\n") ?? acknowledged;
  read();
  if (stated) told = parameters.heard ?? told;
  if (composing) {
    if (stated) [acknowledged, base] = [server, known.base];
  } else if (box.value === replaced) {
    if (box.value !== server) put(server);
    [acknowledged, base] = [server, known.base];
  } else if (stated) {
    if (server !== replaced && box.value.startsWith(replaced)) put(server + box.value.slice(replaced.length));
    [acknowledged, base] = [server, known.base];
  }
  else if (box.value.startsWith(replaced)) {
    put(server + box.value.slice(replaced.length));
    [acknowledged, base] = [server, known.base];
  }
  align();
  if (entered(parameters)) {
    pending = null;
    drop(`${token}/answer`);
    drop(`${token}/addition`);
  }
  failures = 0;
  if (!cleared) forget();
  if (dirty() || pending) typed();
  else if (stated || server) show("saved");
};

// --- what an earlier page could not send
const alive = async (found) => {
  if (!navigator.locks) return new Set(found.filter((each) => Date.now() - each.at < 5000).map((each) => each.page));
  return new Set((await navigator.locks.query()).held.map((each) => each.name.slice(LOCK.length)));
};

// What the office has of a draft that this very session sent or deleted is no unsaved word: it never goes into the next draft.
const finished = (each) => each.acked && Boolean(each.visit) && each.visit === known.visit && Boolean(each.draft) && !known.drafts.split(" ").includes(each.draft);

const mine = (each) => each.draft === known.draft || (each.draft && !known.drafts.split(" ").includes(each.draft) && !acknowledged) || (!each.draft && !acknowledged);

// The page that is gone goes on in this one, so that a post of its own that was still under way is no other page's.
const hold = () => navigator.locks?.request(LOCK + token, () => new Promise(() => {}));
const adopt = (each) => {
  base = each.base;
  token = each.page;
  step = each.step + STEPS_AHEAD;
  hold();
};

const lost = (each) => each.field === "words" && each.text !== acknowledged && !(each.acked && each.draft === known.draft) && Boolean(each.text.trim());

const putBack = (each) => {
  if (each.field === "words") {
    if (!lost(each) || dirty()) return false;
    put(each.text);
    if (each.draft === known.draft && each.base) adopt(each);
    align();
    return true;
  }
  const field = form.elements[each.field];
  if (!field || field.value || !each.text.trim() || (each.field === "answer" && each.asked !== asked())) return false;
  field.value = each.text;
  field.closest("details")?.setAttribute("open", "");
  return true;
};

const restore = async () => {
  const stored = await kept();
  for (const each of stored) if (finished(each)) drop(each.key);
  const found = stored.filter((each) => !finished(each));
  const busy = await alive(found);
  let any = false;
  // Who typed before this was read goes on typing; what was kept waits for the next page.
  const typing = dirty();
  for (const each of found.filter((one) => one.page !== token && !busy.has(one.page) && mine(one)).reverse()) {
    any = putBack(each) || any;
    if (each.page !== token && !(typing && lost(each))) drop(each.key);
    if (each.field === "words") keepWords();
  }
  if (any) tell(sayings.restored);
  form.dataset.restored = "";
  if (dirty()) send();
};

// --- another page of the same draft
const look = () => {
  if (dirty() || underway || pending || !known.newest || Date.now() - lookedAt < ASK_AGAIN) return;
  lookedAt = Date.now();
  htmx.ajax("GET", `${known.newest}?revision=${known.revision}&draft=${known.draft}`, { swap: "none" });
};

// The page goes: what is left is sent on its way without waiting; the copy stays until an answer came.
const leave = () => {
  if (cleared || !dirty() || composing) return;
  step += 1;
  const body = new URLSearchParams({ csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value, words: box.value, heard: ways.value, page: token, step, base, draft: known.draft });
  fetch(form.action, { method: "POST", body, keepalive: true, headers: { "HX-Request": "true" } }).catch(() => {});
};

const start = () => {
  read();
  acknowledged = box.defaultValue;
  base = known.base;
  hold();
  if (dirty()) keepWords();
  window.addEventListener("compositionstart", (event) => { if (event.target === box) composing = true; });
  window.addEventListener("compositionend", (event) => { if (event.target === box) composing = false; });
  box.addEventListener("input", () => {
    keepWords();
    typed();
  });
  document.addEventListener("input", (event) => {
    if (["answer", "addition"].includes(event.target.name)) keep(record(event.target.name, event.target.value, { asked: asked() }));
  });
  document.addEventListener("htmx:load", () => {
    if (ready) return;
    ready = true;
    if (dirty() || pending) send();
  });
  document.addEventListener("htmx:configRequest", (event) => {
    const { parameters, verb, path } = event.detail;
    if (verb !== "post") return;
    const own = signature(parameters, path);
    if (!steps.has(own)) steps.set(own, (step += 1));
    Object.assign(parameters, { page: token, step: steps.get(own), base, draft: known.draft });
  });
  document.addEventListener("htmx:beforeSwap", (event) => { if (outdated(event.detail.xhr)) event.detail.shouldSwap = false; });
  document.addEventListener("htmx:afterRequest", (event) => {
    const { elt, xhr, requestConfig, successful } = event.detail;
    if (elt === box || elt === form) underway = 0;
    if (!xhr || !requestConfig) return;
    const { parameters, path, verb } = requestConfig;
    if (verb === "post" && successful) steps.clear();
    if (verb === "get" && (!path.startsWith(known.newest) || xhr.status !== 200)) return;
    if (successful && outdated(xhr)) {
      lookedAt = 0;
      look();
    } else if (successful) received(verb === "get" ? {} : parameters, path);
    else if (verb === "post") failed(event.detail);
  });
  document.addEventListener("gaoxing:cleared", () => { cleared = true; });
  window.addEventListener("online", () => { if (dirty() || pending) send(); });
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => { if (document.hidden) dirty() && send(); else look(); });
  window.addEventListener("focus", look);
  window.addEventListener("pageshow", (event) => { if (event.persisted) look(); });
  restore();
};

if (form && box) start();
