// The check page read aloud by the browser's own voice; without this file, without a voice on the device itself, the lines are there to be read.
"use strict";
(() => {
  const ways = document.getElementById("aloud-ways");
  const lines = document.getElementById("aloud-lines");
  const synthesis = window.speechSynthesis;
  if (!ways || !lines || !synthesis || !window.SpeechSynthesisUtterance) return;
  const read = document.getElementById("aloud-read");
  const stop = document.getElementById("aloud-stop");
  const told = document.getElementById("aloud-told");
  const language = lines.lang.slice(0, 2);
  let voice = null;

  // Only a voice that lives on the device: what is on the form goes over no network.
  const look = () => {
    voice = synthesis.getVoices().find((each) => each.localService && each.lang.toLowerCase().startsWith(language)) ?? null;
    ways.hidden = voice === null;
  };
  look();
  synthesis.addEventListener?.("voiceschanged", look);

  const rest = (text) => {
    stop.hidden = true;
    read.hidden = false;
    told.textContent = text;
    for (const line of lines.querySelectorAll("[aria-current]")) line.removeAttribute("aria-current");
  };

  const speak = ([line, ...others]) => {
    if (!line) return void rest(told.dataset.done);
    const words = new SpeechSynthesisUtterance(line.textContent);
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = 0.9;
    words.addEventListener("start", () => line.setAttribute("aria-current", "true"));
    words.addEventListener("end", () => {
      line.removeAttribute("aria-current");
      if (!stop.hidden) speak(others);
    });
    words.addEventListener("error", (event) => rest(["canceled", "interrupted"].includes(event.error) ? "" : told.dataset.failed));
    synthesis.speak(words);
  };

  read.addEventListener("click", () => {
    synthesis.cancel();
    read.hidden = true;
    stop.hidden = false;
    stop.focus();
    told.textContent = told.dataset.reading;
    speak([...lines.querySelectorAll("[data-line]")]);
  });
  stop.addEventListener("click", () => {
    rest("");
    read.focus();
    synthesis.cancel();
  });
  window.addEventListener("pagehide", () => synthesis.cancel());
})();
