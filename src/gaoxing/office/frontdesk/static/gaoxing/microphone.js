// Speaking instead of typing: one button beside the words, a small one beside the question. Whatever fails, typing goes on and what was written stays.
import { able, browserEar } from "./browser_ear.js";
import { Dumb } from "./capture.js";
import { dictation } from "./dictation.js";
import { officeEar } from "./office_ear.js";
import * as recording from "./recording.js";

const PAUSE = 1800;
const place = document.getElementById("microphone");
const form = document.getElementById("statement");
const says = place?.dataset ?? {};
const note = document.getElementById("microphone-said");
const undo = document.getElementById("microphone-undo");
const dialog = document.getElementById("microphone-consent");
const WORDS = "words";

let state = "idle";
let target = WORDS;
let ear = null;
let writing = null;
let pause = 0;
let turn = 0;
let agreed = says.agreed === "yes";

const answer = () => document.querySelector('#question input[name="answer"]');
const box = () => (target === WORDS ? document.getElementById(WORDS) : answer()?.id === target ? answer() : null);
// Said aloud once; seen beside the button that was pressed, too.
const tell = (name, n = "") => {
  const text = (says[name] ?? name).replace("{n}", n);
  if (note.textContent !== text) note.textContent = text;
  const beside = document.getElementById("answer-said");
  if (beside) beside.textContent = target === WORDS ? "" : text;
};

// --- what the buttons say
const draw = () => {
  place.dataset.state = state;
  for (const each of document.querySelectorAll("[data-speak]")) {
    const own = state !== "idle" && (each.dataset.speak === WORDS) === (target === WORDS);
    each.hidden = false;
    each.dataset.state = own ? state : "idle";
    each.querySelector("[data-label]").textContent = own ? says[`${state}Label`] : each.dataset.idle;
  }
  undo.hidden = !writing?.said() || target !== WORDS;
};

const become = (next) => {
  state = next;
  draw();
  document.dispatchEvent(new CustomEvent("gaoxing:microphone", { detail: state }));
};

// In a sheet of its own: no element that is renewed carries a style.
const sheet = new CSSStyleSheet();
sheet.replaceSync('[data-speak][data-state="listening"] { --level: 0; }');
const level = (strength) => sheet.cssRules[0].style.setProperty("--level", strength.toFixed(2));

// --- the way to where one is heard
const post = async (path, values = {}) => {
  const body = new URLSearchParams({ draft: form.elements.draft.value, ...values });
  const response = await fetch(path, { method: "POST", body, headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value, Accept: "application/json" } });
  const told = response.headers.get("Content-Type")?.startsWith("application/json") ? await response.json() : {};
  return { told, status: response.status, ok: response.ok && !response.redirected };
};

const ticket = async () => {
  const asked = target === WORDS ? {} : { asked: form.elements.asked?.value ?? "", matter: document.querySelector("#question [data-speak]")?.dataset.matter ?? "" };
  const { told, status, ok } = await post(says.ticket, asked);
  if (ok && told.address) return told;
  const passing = status === 429 || (status >= 500 && !told.message);
  throw { final: !passing, reason: "expired", message: told.message ?? "" };
};

// --- one recording
const submit = () => {
  const field = box();
  const button = field?.closest(".row")?.querySelector('button[type="submit"]');
  tell("");
  if (field?.value.trim() && button) form.requestSubmit(button);
};

const over = (reason = "", message = "") => {
  clearTimeout(pause);
  const said = writing?.said();
  writing?.close();
  recording.finish(said);
  ear = null;
  level(0);
  const answered = target !== WORDS;
  become("idle");
  if (reason) tell(says[reason] ? reason : message);
  else if (answered && said) submit();
  else tell(said ? "stopped" : "nothing");
};

const stop = () => {
  clearTimeout(pause);
  if (state === "asking") {
    turn += 1;
    become("idle");
    tell("");
  } else if (state === "listening") {
    become("working");
    tell("working");
    ear.stop();
  } else if (state === "working") ear.drop();
};

const calls = (mine) => {
  const ours = (act) => (...given) => { if (mine === turn) act(...given); };
  return {
    worklet: says.worklet,
    ticket,
    level: ours(level),
    sound: ours(recording.gather),
    begun: ours(() => {
      become("listening");
      tell(target === WORDS ? "listening" : "listeningAnswer");
    }),
    partial: ours((text) => {
      clearTimeout(pause);
      writing.partial(text);
      draw();
    }),
    final: ours((text, others) => {
      writing.final(text, others);
      draw();
      clearTimeout(pause);
      if (target !== WORDS) pause = setTimeout(stop, PAUSE);
    }),
    quiet: ours((silent) => { if (state === "listening") tell(silent ? "silent" : "listening"); }),
    broken: ours((times) => {
      writing.again();
      tell("retrying", times);
    }),
    whole: ours(() => tell(state === "working" ? "working" : "whole")),
    over: ours(over),
  };
};

const begin = async () => {
  if (!box()) return;
  turn += 1;
  const mine = turn;
  writing = dictation(box);
  recording.begin();
  become("asking");
  tell("asking");
  try {
    if (says.way === "browser" && !able) throw new Dumb("unableToHear");
    const opened = await (says.way === "browser" ? browserEar : officeEar)(calls(mine));
    if (mine === turn) ear = opened;
    else opened.drop();
  } catch (trouble) {
    if (mine !== turn) return;
    over(trouble instanceof Dumb ? trouble.message : "unable");
  }
};

// --- consent before the first recording
const consented = () => new Promise((done) => {
  if (agreed) return void done(true);
  dialog.returnValue = "";
  dialog.onclose = async () => {
    // Told late of the time before: it is open again.
    if (dialog.open) return;
    if (dialog.returnValue !== "yes") return void done(false);
    const { ok } = await post(says.consent, { version: says.version }).catch(() => ({ ok: false }));
    agreed = ok;
    if (!ok) tell("expired");
    done(ok);
  };
  dialog.showModal();
});

const press = async (button) => {
  if (state !== "idle") return void stop();
  document.dispatchEvent(new Event("gaoxing:speaks"));
  target = button.dataset.speak === WORDS ? WORDS : answer()?.id;
  if (await consented()) begin();
};

const start = () => {
  place.hidden = false;
  if (!says.way) return;
  document.adoptedStyleSheets.push(sheet);
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-speak]");
    if (button) press(button);
    const chosen = event.target.closest?.("[data-choice]");
    if (chosen) dialog.close(chosen.dataset.choice);
  });
  undo.addEventListener("click", () => {
    const gone = writing?.undo();
    tell(gone ? "dropped" : "changed", gone);
    draw();
    if (undo.hidden) place.querySelector("[data-speak]").focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing && state !== "idle") stop();
  });
  let rewrites = document.querySelectorAll(".rewrites li").length;
  document.addEventListener("htmx:oobAfterSwap", () => {
    draw();
    const now = document.querySelectorAll(".rewrites li").length;
    if (now > rewrites) tell("rewritten");
    rewrites = now;
    if (state === "listening" && target !== WORDS && !box()) stop();
  });
  window.addEventListener("pagehide", () => {
    turn += 1;
    recording.forget();
    writing?.close();
    ear?.drop();
    ear = null;
    if (state !== "idle") become("idle");
  });
  document.addEventListener("gaoxing:cleared", () => ear?.drop());
  draw();
};

if (place && form) start();
