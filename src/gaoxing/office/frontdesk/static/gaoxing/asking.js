// The question that is asked next, spoken by a voice of this device where one wishes it; never while the microphone listens.
const wish = document.getElementById("ask-aloud");
const synthesis = window.speechSynthesis;
const WISH = "gaoxing-ask-aloud";
const language = document.documentElement.lang.slice(0, 2);
let voice = null;
let listening = false;
let asked = "";

const remembered = () => {
  try {
    return localStorage.getItem(WISH) === "yes";
  } catch {
    return false;
  }
};
const remember = () => {
  try {
    if (wish.checked) localStorage.setItem(WISH, "yes");
    else localStorage.removeItem(WISH);
  } catch { /* a browser that keeps nothing asks again */ }
};

const question = () => document.querySelector("#question .card h2")?.textContent.trim() ?? "";

const ask = () => {
  const text = question();
  if (!wish.checked || !voice || listening || !text || text === asked) return;
  asked = text;
  const words = new SpeechSynthesisUtterance(text);
  words.voice = voice;
  words.lang = voice.lang;
  words.rate = 0.95;
  synthesis.cancel();
  synthesis.speak(words);
};

const start = () => {
  // Only a voice that lives on the device: what is asked may hold a name, and goes over no network.
  const look = () => {
    voice = synthesis.getVoices().find((each) => each.localService && each.lang.toLowerCase().startsWith(language)) ?? null;
    wish.closest("label").hidden = voice === null;
  };
  look();
  synthesis.addEventListener?.("voiceschanged", look);
  wish.checked = remembered();
  asked = question();
  wish.addEventListener("change", () => {
    remember();
    asked = "";
    if (wish.checked) ask();
    else synthesis.cancel();
  });
  document.addEventListener("gaoxing:microphone", ({ detail }) => {
    listening = detail !== "idle";
    if (listening) synthesis.cancel();
    else ask();
  });
  document.addEventListener("htmx:oobAfterSwap", ask);
  window.addEventListener("pagehide", () => synthesis.cancel());
};

if (wish && synthesis && window.SpeechSynthesisUtterance) start();
