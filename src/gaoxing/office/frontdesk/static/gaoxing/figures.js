// Keeping an enterprise's figures blank by blank as they are filled in, one after the other; without this file the button below keeps them all.
const form = document.getElementById("by-hand");
const state = document.getElementById("figures-saved");
const RETRIES = 6;
const LONGEST_WAIT = 15_000;

const waiting = new Map();
let underway = "";
let failures = 0;
let later = 0;
let held = null;

const clock = () => new Date().toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false });
const show = (name) => {
  state.hidden = false;
  state.dataset.state = name === "wrong" ? "unsaved" : name;
  const text = state.dataset[`say${name}`];
  state.textContent = name === "saved" ? `${text} ${clock()}` : text;
};

// What is wrong with one blank stands beside it, as on the page that comes back without this file.
const beside = (key, sentence) => {
  const fields = form.querySelectorAll(`[name="${CSS.escape(key)}"]`);
  const field = fields[fields.length - 1];
  const id = `${CSS.escape(key)}-now`;
  document.getElementById(id)?.remove();
  field.toggleAttribute("aria-invalid", Boolean(sentence));
  if (!sentence) return;
  const told = document.createElement("p");
  told.className = "here reject";
  told.id = id;
  told.setAttribute("role", "alert");
  told.textContent = sentence;
  field.setAttribute("aria-invalid", "true");
  field.closest(".stack").append(told);
};

const values = (key) => {
  const posted = new FormData(form).getAll(key);
  return posted.length ? posted : [""];
};

// The form that was sent meanwhile goes on once the last blank is kept, or cannot be: it holds them all.
const letGo = () => {
  if (!held) return;
  const [sent, by] = held;
  held = null;
  sent.requestSubmit(by ?? undefined);
};

const again = () => {
  failures += 1;
  show("retrying");
  if (held || failures > RETRIES) {
    waiting.clear();
    if (!held) show("unsaved");
    return void letGo();
  }
  later = setTimeout(next, Math.min(LONGEST_WAIT, 500 * 2 ** failures));
};

async function next() {
  clearTimeout(later);
  later = 0;
  if (underway) return;
  const key = waiting.keys().next().value;
  if (key === undefined) return void letGo();
  underway = key;
  show("saving");
  const body = new FormData();
  for (const name of ["csrfmiddlewaretoken", "revision"]) body.append(name, form.elements[name].value);
  body.append("do", "field");
  for (const value of waiting.get(key)) body.append(key, value);
  const sent = waiting.get(key);
  let answer = null;
  let passing = true;
  try {
    const came = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    passing = came.status >= 500 || came.status === 429;
    answer = came.headers.get("Content-Type")?.startsWith("application/json") ? await came.json() : null;
  } catch { /* the network is gone: sent again */ }
  underway = "";
  if (!answer && passing) return again();
  failures = 0;
  if (waiting.get(key) === sent) waiting.delete(key);
  if (!answer || answer.told) {
    waiting.clear();
    show("unsaved");
    if (answer) state.textContent = answer.told;
    return void letGo();
  }
  for (const each of document.querySelectorAll('input[name="revision"]')) each.value = answer.revision;
  beside(key, answer.wrong);
  show(answer.wrong ? "wrong" : "saved");
  next();
}

form.addEventListener("change", (event) => {
  const key = event.target.name;
  if (!key) return;
  waiting.delete(key);
  waiting.set(key, values(key));
  next();
});

document.addEventListener("submit", (event) => {
  if (!underway && !waiting.size) return;
  event.preventDefault();
  held = [event.target, event.submitter];
  next();
});

window.addEventListener("beforeunload", (event) => {
  if (underway || waiting.size) event.preventDefault();
});
