// A device for everybody: after three idle minutes it ends by itself; the last of them is counted down and can be stopped.
"use strict";
(() => {
  const form = document.getElementById("leave");
  const dialog = document.getElementById("idle");
  if (!form || !dialog) return;
  const END = 180_000;
  const COUNTED = 60_000;
  const KNOCK = 120_000;
  const SAID = [30, 10];
  const left = document.getElementById("idle-left");
  const heard = document.getElementById("idle-heard");
  const tabs = window.BroadcastChannel ? new BroadcastChannel("gaoxing-kiosk") : null;
  let last = Date.now();
  let told = last;
  let ended = false;

  // The office ends the session of a kiosk from which nothing comes for ten minutes: whoever only reads is told of too.
  const knock = () => {
    told = Date.now();
    fetch(form.dataset.awake, { method: "POST", headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value } })
      .catch(() => {});
  };

  const awake = () => {
    const now = Date.now();
    if (now - last > 1000) tabs?.postMessage("awake");
    last = now;
    if (now - told > KNOCK) knock();
  };

  const end = () => {
    if (ended) return;
    ended = true;
    form.elements.idle.value = "1";
    form.requestSubmit();
  };

  const stay = () => {
    dialog.close();
    awake();
    knock();
  };

  const look = () => {
    const rest = END - (Date.now() - last);
    if (rest <= 0) return void end();
    if (rest > COUNTED) {
      if (dialog.open) dialog.close();
      return;
    }
    if (!dialog.open) dialog.showModal();
    const seconds = Math.ceil(rest / 1000);
    left.textContent = String(seconds);
    if (SAID.includes(seconds)) heard.textContent = heard.dataset.says.replace("{n}", seconds);
  };

  for (const kind of ["pointerdown", "pointermove", "keydown", "input", "wheel", "scroll", "touchstart"]) {
    window.addEventListener(kind, () => { if (!dialog.open) awake(); }, { passive: true, capture: true });
  }
  tabs?.addEventListener("message", () => { last = Date.now(); });
  document.getElementById("idle-stay").addEventListener("click", stay);
  document.getElementById("idle-end").addEventListener("click", () => form.requestSubmit());
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    stay();
  });
  document.addEventListener("visibilitychange", look);
  setInterval(look, 1000);

  // What an applicant left in this tab goes with the applicant.
  form.addEventListener("submit", () => {
    try {
      localStorage.clear();
      sessionStorage.clear();
    } catch { /* a browser that keeps nothing has nothing to clear */ }
  });
})();
