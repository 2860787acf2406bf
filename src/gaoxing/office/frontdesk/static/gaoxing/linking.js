// Words and the blanks they filled, linked both ways: the words are lit behind the box; hover, focus, caret or tap outlines both ends and says them.
const box = document.getElementById("words");
const note = document.getElementById("link-note");
const back = document.getElementById("link-back");
const sayings = document.getElementById("sayings")?.dataset ?? {};
const lit = () => document.getElementById("lit");
const QUIET = 500;
let typed = 0;
let linked = new Set();
let pinned = false;
let origin = 0;
let told = null;

const half = (text, at) => at > 0 && at < text.length && text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff;

// Which part two texts share at the front and at the back, in UTF-16 units, never half a character.
export const shared = (was, is) => {
  const most = Math.min(was.length, is.length);
  let front = 0;
  while (front < most && was[front] === is[front]) front += 1;
  if (half(was, front) || half(is, front)) front -= 1;
  let rear = 0;
  while (rear < most - front && was[was.length - 1 - rear] === is[is.length - 1 - rear]) rear += 1;
  if (half(was, was.length - rear) || half(is, is.length - rear)) rear -= 1;
  return [front, rear];
};

// The lit layer says what the box says: marks before the change stay, marks behind it fade until the answer comes, marks in it go.
export const align = () => {
  const layer = lit();
  if (!layer || !box) return;
  const was = layer.textContent;
  const is = box.value;
  if (was === is) return;
  const [front, rear] = shared(was, is);
  const before = [];
  const after = [];
  let left = "";
  let right = "";
  let at = 0;
  for (const node of [...layer.childNodes]) {
    const text = node.textContent;
    const end = at + text.length;
    if (end <= front) before.push(node);
    else if (at >= was.length - rear) after.push(node);
    else {
      left += text.slice(0, Math.max(0, front - at));
      right += text.slice(Math.max(0, Math.min(text.length, was.length - rear - at)));
    }
    at = end;
  }
  for (const node of after) node.classList?.add("stale");
  layer.replaceChildren(...before, left + is.slice(front, is.length - rear) + right, ...after);
};

const paths = (piece) => piece.dataset.for.split(" ");
const pieces = (path) => [...document.querySelectorAll("[data-for]")].filter((each) => each.closest(".evidence") === null && paths(each).includes(path));
const blank = (path) => document.querySelector(`.blank[data-field="${CSS.escape(path)}"]`);
const label = (each) => each.querySelector("dt, .label")?.textContent.trim() ?? "";

const outline = () => {
  for (const each of document.querySelectorAll(".linked")) each.classList.remove("linked");
  for (const path of linked) {
    blank(path)?.classList.add("linked");
    for (const each of pieces(path)) each.classList.add("linked");
  }
};

// What a value rests on: its stretches, those side by side said as one.
const words = (path) => {
  const said = [];
  let last = null;
  for (const each of pieces(path)) {
    if (last && last.nextSibling === each) said[said.length - 1] += each.textContent;
    else said.push(each.textContent);
    last = each;
  }
  return [...new Set(said)].slice(0, 3).map((each) => `“${each}”`).join("、");
};

const visible = (each) => {
  const place = each.getBoundingClientRect();
  return place.height > 0 && place.top >= 0 && place.bottom <= window.innerHeight;
};

const hide = () => {
  linked = new Set();
  pinned = false;
  note.hidden = true;
  outline();
};

const place = (anchor) => {
  told = anchor;
  const at = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
  note.hidden = false;
  const wide = note.offsetWidth;
  const tall = note.offsetHeight;
  const below = at.bottom + 6 + tall < window.innerHeight;
  note.style.left = `${Math.max(8, Math.min(at.left, document.documentElement.clientWidth - wide - 8))}px`;
  note.style.top = `${Math.max(8, below ? at.bottom + 6 : at.top - tall - 6)}px`;
};

const tell = (anchor, text, target, name) => {
  note.querySelector("span").textContent = text;
  const go = note.querySelector("button");
  go.hidden = !pinned || !target || visible(target);
  go.textContent = name;
  go.onclick = () => travel(target);
  place(anchor);
};

const travel = (target) => {
  origin = window.scrollY;
  const came = document.activeElement;
  target.scrollIntoView({ block: "center" });
  note.hidden = true;
  back.hidden = false;
  back.onclick = () => {
    back.hidden = true;
    window.scrollTo({ top: origin });
    if (came !== document.body) came.focus({ preventScroll: true });
  };
};

// The pane with the sheet scrolls by itself beside the words; the page stays where it is.
const reveal = (each) => {
  const pane = each.closest(".paper-side");
  if (!pane || pane.scrollHeight <= pane.clientHeight + 1) return;
  const [own, outer] = [each.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (own.top < outer.top || own.bottom > outer.bottom) pane.scrollTop += own.top - outer.top - outer.height / 3;
};

const fromBlank = (each) => {
  linked = new Set([each.dataset.field]);
  outline();
  const said = words(each.dataset.field);
  if (!said) {
    note.hidden = true;
    return;
  }
  tell(each.querySelector("dd") ?? each, `${sayings.origin}${said}`, pieces(each.dataset.field)[0], sayings.seeWords);
};

const fromPiece = (each) => {
  const found = paths(each).map(blank).filter(Boolean);
  linked = new Set(paths(each));
  outline();
  if (!found.length) {
    note.hidden = true;
    return;
  }
  reveal(found[0]);
  const named = [...new Set(found.map(label))].join("、");
  tell(each, `${each.classList.contains("unsure") ? sayings.unsure : sayings.filled}${named}`, found[0], sayings.seeBlank);
};

// Who hears the page hears the words with the way to change the value.
const describe = () => {
  for (const each of document.querySelectorAll(".blank[data-hue]")) {
    const said = words(each.dataset.field);
    if (said) each.querySelector("a, button")?.setAttribute("aria-description", `${sayings.origin}${said}`);
  }
};

const under = (x, y) => [...lit().querySelectorAll("[data-for]")].find((each) =>
  [...each.getClientRects()].some((at) => x >= at.left && x <= at.right && y >= at.top - 3 && y <= at.bottom + 3));

const atCaret = () => {
  let at = 0;
  for (const node of lit().childNodes) {
    const end = at + node.textContent.length;
    if (node.dataset?.for && box.selectionStart >= at && box.selectionStart < end) return node;
    at = end;
  }
  return null;
};

const start = () => {
  // Before anyone else, and while a word is being spelt too: the layer must not fall behind the box.
  window.addEventListener("input", (event) => {
    if (event.target !== box) return;
    typed = Date.now();
    align();
    if (!note.hidden) hide();
  }, true);

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || pinned) return;
    const sheet = event.target.closest(".blank[data-field]");
    const piece = event.target.closest("[data-for]");
    if (piece) fromPiece(piece);
    else if (sheet) fromBlank(sheet);
    else if (event.target !== box && !note.contains(event.target) && linked.size) hide();
  });

  box.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse" || pinned || event.buttons) return;
    const piece = under(event.clientX, event.clientY);
    if (piece && !piece.classList.contains("stale")) fromPiece(piece);
    else if (linked.size) hide();
  });

  document.addEventListener("focusin", (event) => {
    const sheet = event.target.closest(".blank[data-field]");
    const piece = event.target.closest("[data-for]");
    if (note.contains(event.target) || event.target === back) return;
    pinned = false;
    if (piece) fromPiece(piece);
    else if (sheet) fromBlank(sheet);
    else if (linked.size) hide();
  });

  document.addEventListener("click", (event) => {
    if (note.contains(event.target) || event.target === back) return;
    const piece = event.target.closest("[data-for]");
    const sheet = event.target.closest(".blank[data-field]");
    const target = piece && blank(paths(piece)[0]);
    pinned = Boolean(piece || sheet || event.target === box);
    if (piece && target) {
      event.preventDefault();
      fromPiece(piece);
      if (!visible(target)) travel(target);
    } else if (sheet) fromBlank(sheet);
    else if (event.target !== box && linked.size) hide();
  });

  const caret = () => {
    if (document.activeElement !== box || Date.now() - typed < QUIET) return;
    const piece = atCaret();
    if (piece) {
      pinned = true;
      fromPiece(piece);
    } else if (linked.size) hide();
  };
  box.addEventListener("keyup", (event) => { if (/^(Arrow|Home|End|Page)/.test(event.key)) caret(); });
  box.addEventListener("click", caret);

  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && linked.size) hide(); });
  // What scrolls on its own, such as a phone that opens its keyboard, takes the note along; where its words go out of sight, it goes.
  window.addEventListener("scroll", () => {
    if (note.hidden) return;
    if (visible(told)) place(told);
    else note.hidden = true;
  }, { passive: true });
  let renewed = 0;
  const renew = () => {
    cancelAnimationFrame(renewed);
    renewed = requestAnimationFrame(() => {
      outline();
      describe();
    });
  };
  // Settling writes a renewed part's attributes once more: outlines drawn in between would be lost.
  for (const moment of ["htmx:oobAfterSwap", "htmx:afterSettle"]) document.addEventListener(moment, renew);
  lit().parentElement.classList.add("live");
  align();
  describe();
};

if (box && lit() && note && back) start();
