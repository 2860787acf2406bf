// The clerk's page of a case: words and blanks light each other; 1–5 go to a panel, n and p to the next and the former case. No key decides anything.
const panels = [...document.querySelectorAll(".panels a[aria-keyshortcuts]")];
let lit = "";

const outline = (paths) => {
  const key = paths.join(" ");
  if (key === lit) return;
  lit = key;
  for (const each of document.querySelectorAll(".linked")) each.classList.remove("linked");
  for (const path of paths) {
    document.querySelector(`.blank-row[data-field="${CSS.escape(path)}"]`)?.classList.add("linked");
    for (const each of document.querySelectorAll(".piece")) if (each.dataset.for.split(" ").includes(path)) each.classList.add("linked");
  }
};

const pathsOf = (target) => {
  const piece = target.closest?.(".piece");
  if (piece) return piece.dataset.for.split(" ");
  const row = target.closest?.(".blank-row");
  return row ? [row.dataset.field] : [];
};

// Both columns scroll by themselves on a wide screen; the other end comes into view there and the page stays where it is.
const reveal = (each) => each?.scrollIntoView({ block: "nearest" });

for (const moment of ["pointerover", "focusin"]) document.addEventListener(moment, (event) => outline(pathsOf(event.target)));

document.addEventListener("click", (event) => {
  const piece = event.target.closest(".piece");
  const row = event.target.closest(".blank-row");
  if (piece) {
    event.preventDefault();
    reveal(document.getElementById(`blank-${piece.dataset.for.split(" ")[0]}`));
  } else if (row && !event.target.closest("a, button, input, label, summary, select")) {
    reveal([...document.querySelectorAll(".piece")].find((each) => each.dataset.for.split(" ").includes(row.dataset.field)));
  }
  if (piece || row) outline(pathsOf(event.target));
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const panel = panels.find((each) => each.getAttribute("aria-keyshortcuts") === event.key);
  if (panel) {
    const heading = document.querySelector(panel.hash);
    heading.scrollIntoView({ block: "start" });
    heading.focus({ preventScroll: true });
    event.preventDefault();
  } else if (event.key === "n" || event.key === "p") {
    document.querySelector(`a[rel="${event.key === "n" ? "next" : "prev"}"]`)?.click();
  }
});
