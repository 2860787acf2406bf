// Spoken words in a box: what is settled stays as it is, what is being said grows behind it; whatever a person types meanwhile stays, too.
import { shared } from "./linking.js";
import { remember } from "./spoken.js";

const LATEST = 600;
const STOPS = "，。！？；：、,.!?;:\n（“";

// `find()` gives the box, which may be renewed while one speaks; null where it is gone.
export const dictation = (find) => {
  const sentences = [];
  let known = find().value;
  let [at, end] = [known.length, known.length];
  let saying = "";
  let waits = null;
  let timer = 0;
  let passed = 0;
  let dropping = false;
  let resumed = false;
  let composing = false;

  // What was changed since by others: before, behind, or in what is being said; that is theirs from then on, and only what is said after it comes behind.
  const follow = (box) => {
    const is = box.value;
    if (is === known) return;
    const [front, rear] = shared(known, is);
    const [until, more] = [known.length - rear, is.length - known.length];
    if (until <= at && front < end) [at, end] = [at + more, end + more];
    else if (front < end) {
      passed = saying.length;
      at = end = Math.max(front, end + more);
    }
    known = is;
  };

  const put = (text) => {
    const box = find();
    if (!box) return;
    follow(box);
    if (at === end) at = end = box.value.length;
    const before = box.value.slice(0, at).trimEnd();
    const fresh = text && (before && !passed && !STOPS.includes(before.at(-1)) ? `，${text}` : text);
    if (box.value.slice(at, end) === fresh) return;
    box.setRangeText(fresh, at, end, "preserve");
    end = at + fresh.length;
    known = box.value;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };

  // `others` are further ways to write it; the office may put one of them in its place.
  const settle = (others = []) => {
    const box = find();
    if (box && end > at) {
      const text = box.value.slice(at, end);
      const own = !passed && text.endsWith(saying) ? others : [];
      const front = text.slice(0, text.length - saying.length);
      sentences.push({ at, ways: [text, ...own.map((each) => front + each)] });
      if (own.length) remember(box, saying, own);
    }
    at = end;
    saying = "";
    passed = 0;
    dropping = false;
    resumed = false;
  };

  const write = (text, settled, others = []) => {
    if (composing) return void (waits = [...(waits ?? []).filter((each) => each[1]), [text, settled, others]]);
    const box = find();
    if (box) follow(box);
    if (!dropping) {
      saying = text;
      put(text.slice(passed));
    }
    if (settled) settle(others);
  };

  const flush = () => {
    clearTimeout(timer);
    timer = 0;
    const now = waits ?? [];
    waits = null;
    for (const each of now) write(...each);
  };

  const compose = (event) => {
    if (event.target !== find()) return;
    composing = event.type === "compositionstart";
    if (!composing) setTimeout(flush);
  };
  for (const moment of ["compositionstart", "compositionend"]) document.addEventListener(moment, compose);

  return {
    partial: (text) => {
      if (resumed && text.length < saying.length) return;
      if (composing) return void write(text, false);
      waits = [[text, false]];
      timer ||= setTimeout(flush, LATEST);
    },
    final: (text, others = []) => {
      if (!composing) {
        waits = null;
        clearTimeout(timer);
        timer = 0;
      }
      write(text, true, others);
    },
    // The same sound is heard once more after the line broke: what was read of it stays until more of it is.
    again: () => {
      flush();
      resumed = true;
    },
    close: () => {
      composing = false;
      flush();
      settle();
      for (const moment of ["compositionstart", "compositionend"]) document.removeEventListener(moment, compose);
    },
    said: () => sentences.length > 0 || end > at,
    // Takes back what is being said, or the sentence before; gives it, or nothing where it was changed by hand since.
    undo: () => {
      const box = find();
      if (!box) return "";
      flush();
      follow(box);
      if (end > at) {
        const gone = box.value.slice(at, end);
        put("");
        dropping = true;
        return gone;
      }
      const last = sentences.pop();
      if (!last) return "";
      const text = last.ways.find((each) => box.value.startsWith(each, last.at)) ?? last.ways.find((each) => box.value.includes(each));
      if (!text) return "";
      const from = box.value.startsWith(text, last.at) ? last.at : box.value.lastIndexOf(text);
      box.setRangeText("", from, from + text.length, "preserve");
      follow(box);
      box.dispatchEvent(new Event("input", { bubbles: true }));
      return text;
    },
  };
};
