// Words that may not have reached the office yet, kept in this browser: IndexedDB, for localStorage is written to disk seconds later.
// Nothing is kept at a kiosk. Each record: { key, page, draft, field, asked, text, base, acked, at }.
const NAME = "gaoxing";
const STORE = "words";
const LONGEST = 30 * 24 * 3600 * 1000;
// Milliseconds that a form waits for this browser's own store before it is sent all the same.
const PATIENCE = 1000;

export const kiosk = document.documentElement.dataset.kiosk !== undefined;

let opening;
const opened = () => (opening ??= new Promise((done) => {
  if (kiosk || !window.indexedDB) return done(null);
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
  request.onsuccess = () => done(request.result);
  request.onerror = () => done(null);
}).catch(() => null));

const run = async (mode, act) => {
  const base = await opened();
  if (!base) return undefined;
  return new Promise((done) => {
    const task = base.transaction(STORE, mode);
    const request = act(task.objectStore(STORE));
    task.oncomplete = () => done(request.result);
    task.onerror = task.onabort = () => done(undefined);
  });
};

// One write at a time of each record, always of its newest text: a slow disk never falls behind by more than one.
const waiting = new Map();
const writing = new Set();
export const keep = async (record) => {
  waiting.set(record.key, { ...record, at: Date.now() });
  if (writing.has(record.key)) return;
  writing.add(record.key);
  while (waiting.has(record.key)) {
    const next = waiting.get(record.key);
    waiting.delete(record.key);
    await run("readwrite", (store) => store.put(next));
  }
  writing.delete(record.key);
};
export const drop = (key) => {
  waiting.delete(key);
  return run("readwrite", (store) => store.delete(key));
};
export const clear = () => {
  waiting.clear();
  return run("readwrite", (store) => store.clear());
};

export const kept = async () => {
  const found = (await run("readonly", (store) => store.getAll())) ?? [];
  for (const each of found) if (Date.now() - each.at > LONGEST) drop(each.key);
  return found.filter((each) => Date.now() - each.at <= LONGEST).sort((one, other) => one.at - other.at);
};

// A form that gives a draft up (data-clears) takes what this browser keeps of it along, before it is sent.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-clears]") || form.dataset.cleared) return;
  event.preventDefault();
  document.dispatchEvent(new CustomEvent("gaoxing:cleared"));
  const waited = new Promise((done) => { setTimeout(done, PATIENCE); });
  Promise.race([clear(), waited]).finally(() => {
    form.dataset.cleared = "yes";
    form.requestSubmit(event.submitter);
  });
});
