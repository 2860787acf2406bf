// The note that offers the tour can be put away; without this file it simply stays below the page.
"use strict";
(() => {
  const note = document.getElementById("tour");
  const skip = document.getElementById("tour-skip");
  if (!note || !skip) return;
  const key = "toured";
  const seen = () => { try { return localStorage.getItem(key) === "1"; } catch { return false; } };
  const away = () => { note.hidden = true; try { localStorage.setItem(key, "1"); } catch { /* a browser that keeps nothing is asked again */ } };
  if (seen()) { note.hidden = true; return; }
  skip.hidden = false;
  skip.addEventListener("click", away);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !note.hidden && note.contains(document.activeElement)) away(); });
})();
