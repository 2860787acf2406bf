// Keys for the clerks' lists: the focus itself moves along the rows' links, so that a screen reader says each row's; nothing while one types, or with a
// modifier. Without this file every row is reached by Tab and opened as any link.
"use strict";
(() => {
  const links = () => [...document.querySelectorAll("[data-keys] tbody th a")];
  const box = document.getElementById("case-q");
  const keys = document.getElementById("keys");
  const typing = (element) => element.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName);

  const move = (by) => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)];
    next?.focus();
    next?.closest("tr").scrollIntoView({ block: "nearest" });
  };

  const acts = { j: () => move(1), k: () => move(-1), "/": () => { box.focus(); box.select(); }, "?": () => { keys.open = !keys.open; keys.querySelector("summary").focus(); } };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    const arrows = { ArrowDown: acts.j, ArrowUp: acts.k };
    const act = acts[event.key] ?? (links().includes(event.target) ? arrows[event.key] : undefined);
    if (!act) return;
    event.preventDefault();
    act();
  });
})();
