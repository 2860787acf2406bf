// What was heard keeps its other ways to be written beside its words, in a hidden field that is posted with them: [[text, [other, …]], …].
// Whoever changes a word of it, or writes on right beside it, has decided; its other ways are dropped for good.
const MOST = 40;
const ENDS = "，。！？；：、,.!?;:“”‘’（）()…— \n";

const pairs = () => [
  [document.getElementById("heard-words"), document.getElementById("words")],
  [document.querySelector('#question input[name="heard_answer"]'), document.querySelector('#question input[name="answer"]')],
].filter(([field, box]) => field && box);

const whole = (said, text) => {
  for (let at = said.indexOf(text); at >= 0; at = said.indexOf(text, at + 1)) {
    const [before, after] = [said[at - 1], said[at + text.length]];
    if ((before === undefined || ENDS.includes(before)) && (after === undefined || ENDS.includes(after))) return true;
  }
  return false;
};

const read = (field) => (field.value ? JSON.parse(field.value) : []);
const write = (field, list) => { field.value = list.length ? JSON.stringify(list.slice(-MOST)) : ""; };

const prune = () => {
  for (const [field, box] of pairs()) {
    const list = read(field);
    const left = list.filter(([text]) => whole(box.value, text));
    if (left.length < list.length) write(field, left);
  }
};

// The sentence that was just settled in this box; the event lets the page save it though its words may be saved already.
export const remember = (box, text, others) => {
  const field = pairs().find((each) => each[1] === box)?.[0];
  if (!field || !others.length || !whole(box.value, text)) return;
  write(field, [...read(field).filter((each) => each[0] !== text), [text, others]]);
  box.dispatchEvent(new Event("input", { bubbles: true }));
};

document.addEventListener("input", prune);
document.addEventListener("htmx:afterRequest", () => setTimeout(prune));
