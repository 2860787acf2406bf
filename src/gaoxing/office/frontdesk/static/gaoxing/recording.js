// A turn's sound, kept only where the applicant agreed to it: gathered in memory while one speaks, sent once the words are saved, dropped in any other case.
const RATE = 16_000;
const LONGEST = 180 * RATE;
const HEAD = 44;
const TRIES = 3;
const WAIT = 2000;
const SAVED_IN = 20_000;
const LOOK = 250;

const box = document.getElementById("keep-recordings");
const dialog = document.getElementById("recordings-consent");
const note = document.getElementById("recordings-said");
const says = box?.dataset ?? {};
const form = document.getElementById("statement");

let gathered = null;
let length = 0;

const pause = (wait) => new Promise((done) => { setTimeout(done, wait); });
const tell = (text) => { note.textContent = text; };
const headers = { "X-CSRFToken": form?.elements.csrfmiddlewaretoken.value, Accept: "application/json" };

const wav = (chunks) => {
  const size = chunks.reduce((sum, each) => sum + each.byteLength, 0);
  const head = new DataView(new ArrayBuffer(HEAD));
  const text = (at, letters) => { for (const [place, each] of [...letters].entries()) head.setUint8(at + place, each.charCodeAt(0)); };
  text(0, "RIFF");
  head.setUint32(4, HEAD - 8 + size, true);
  text(8, "WAVEfmt ");
  head.setUint32(16, 16, true);
  head.setUint16(20, 1, true);
  head.setUint16(22, 1, true);
  head.setUint32(24, RATE, true);
  head.setUint32(28, 2 * RATE, true);
  head.setUint16(32, 2, true);
  head.setUint16(34, 16, true);
  text(36, "data");
  head.setUint32(40, size, true);
  return new Blob([head, ...chunks], { type: "audio/wav" });
};

// The first words of a page make its draft: until then there is nothing to keep a sound with.
const draft = async () => {
  for (const begun = Date.now(); Date.now() - begun < SAVED_IN; await pause(LOOK)) {
    const { draft: key } = document.getElementById("known").dataset;
    if (key) return key;
  }
  return "";
};

const send = async (sound) => {
  const key = await draft();
  const once = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(15)))).replaceAll("+", "-").replaceAll("/", "_");
  for (let left = key ? TRIES : 0; left; left -= 1, await pause(WAIT)) {
    if (!box.checked) return;
    const answer = await fetch(`${says.sound}?draft=${key}&once=${once}`, { method: "POST", body: sound, headers: { ...headers, "Content-Type": "audio/wav" } }).catch(() => null);
    if (!answer || answer.status >= 500) continue;
    const told = answer.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : {};
    return void tell(answer.ok && told.kept ? says.kept.replace("{n}", told.until) : told.message ?? says.unkept);
  }
  tell(says.unkept);
};

export const begin = () => {
  gathered = box?.checked ? [] : null;
  length = 0;
};

export const gather = (samples) => {
  if (!gathered) return;
  length += samples.length;
  if (length > LONGEST) gathered = [];
  else gathered.push(samples.slice());
};

// `said`: whether any words came of it; a sound without words is kept for nobody.
export const finish = (said) => {
  const chunks = gathered;
  gathered = null;
  if (!chunks || !said) return;
  if (length > LONGEST) return void tell(says.tooLong);
  if (chunks.length) send(wav(chunks));
};

export const forget = () => { gathered = null; };

// --- the second consent
const consent = async (keep) => {
  const body = new URLSearchParams({ keep: keep ? "yes" : "no", version: says.version });
  const answer = await fetch(says.consent, { method: "POST", body, headers }).catch(() => null);
  const told = answer?.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : {};
  if (!answer?.ok) box.checked = !keep;
  tell(answer?.ok ? told.message ?? says.agreed : told.message ?? says.untold);
};

const start = () => {
  box.addEventListener("change", () => {
    if (box.checked) {
      box.checked = false;
      dialog.returnValue = "";
      dialog.showModal();
      return;
    }
    forget();
    consent(false);
  });
  dialog.addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-keep]");
    if (chosen) dialog.close(chosen.dataset.keep);
  });
  dialog.addEventListener("close", () => {
    if (dialog.open || dialog.returnValue !== "yes") return;
    box.checked = true;
    consent(true);
  });
  document.addEventListener("gaoxing:cleared", forget);
};

if (box && dialog && form) start();
