// The large screen fetches itself anew every few minutes, so that it never shows a browser's error page and never moves under somebody's eyes: not while it
// is paused, while somebody stands at a link, or while a table is open. Without this file the page is loaded anew by its own head.
"use strict";
(() => {
  const words = document.getElementById("next");
  const key = document.getElementById("hold");
  const every = Number(document.body.dataset.seconds) * 1000;
  const held = () => key.getAttribute("aria-pressed") === "true";
  const reading = () => document.querySelector("main details[open]") || document.activeElement?.closest("main a") || document.getSelection()?.toString();

  const tell = () => {
    key.textContent = held() ? key.dataset.go : key.dataset.hold;
    words.textContent = held() ? words.dataset.held : words.dataset.going;
  };

  const hold = () => {
    key.setAttribute("aria-pressed", String(!held()));
    tell();
  };

  const renew = async () => {
    if (held() || reading()) return;
    try {
      const answer = await fetch(location.href, { credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.ok || !page.querySelector("main.board")) throw new Error("no cockpit");
      document.querySelector("main").replaceWith(page.querySelector("main"));
      document.querySelector("header p").firstChild.replaceWith(page.querySelector("header p").firstChild);
      tell();
    } catch {
      words.textContent = words.dataset.failed;
    }
  };

  key.hidden = false;
  key.setAttribute("aria-pressed", "false");
  key.addEventListener("click", hold);
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "p" && !event.ctrlKey && !event.metaKey && !event.altKey) hold();
  });
  setInterval(renew, every);
})();
