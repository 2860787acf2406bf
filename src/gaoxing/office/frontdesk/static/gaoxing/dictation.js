// Spoken words in a box: what is settled stays as it is, what is being said grows behind it; whatever a person types meanwhile stays, too.
import { shared } from "./linking.js";

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

  const settle = () => {
    const box = find();
    if (box && end > at) sentences.push({ at, text: box.value.slice(at, end) });
    at = end;
    saying = "";
    passed = 0;
    dropping = false;
    resumed = false;
  };

  const write = (text, settled) => {
    if (composing) return void (waits = [...(waits ?? []).filter((each) => each[1]), [text, settled]]);
    const box = find();
    if (box) follow(box);
    if (!dropping) {
      saying = text;
      put(text.slice(passed));
    }
    if (settled) settle();
  };

  const flush = () => {
    clearTimeout(timer);
    timer = 0;
    const now = waits ?? [];
    waits = null;
    for (const [text, settled] of now) write(text, settled);
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
    final: (text) => {
      if (!composing) {
        waits = null;
        clearTimeout(timer);
        timer = 0;
      }
      write(text, true);
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
      const from = box.value.startsWith(last.text, last.at) ? last.at : box.value.lastIndexOf(last.text);
      if (from < 0) return "";
      box.setRangeText("", from, from + last.text.length, "preserve");
      follow(box);
      box.dispatchEvent(new Event("input", { bubbles: true }));
      return last.text;
    },
  };
};
