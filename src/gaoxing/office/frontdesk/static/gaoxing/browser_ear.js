// The browser's own recognition, where the operator turned it on and the applicant agreed to who hears: the same calls as the office's ear.
const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
const REASONS = { "not-allowed": "denied", "service-not-allowed": "denied", "audio-capture": "absent", network: "lost", "language-not-supported": "unableToHear" };
const BEST = 5;
// It ends by itself when one pauses; what ends at once so often does not hear at all.
const AT_ONCE = 1000;
const MOST_AT_ONCE = 3;
const MOST_SILENT = 3;

export const able = Boolean(Recognition);

export const browserEar = async ({ begun, partial, final, quiet, over }) => {
  const recognition = new Recognition();
  let ending = false;
  let reason = "";
  let saying = "";
  let started = 0;
  let short = 0;
  let silent = 0;

  const heard = (text, others) => {
    saying = "";
    if (text) final(text, others);
  };
  const settled = (result) => {
    const ways = [...result].map((each) => each.transcript.trim());
    heard(ways[0], [...new Set(ways.slice(1))].filter((each) => each && each !== ways[0]));
  };
  const again = () => {
    started = Date.now();
    recognition.start();
  };

  recognition.lang = "zh-CN";
  recognition.continuous = true;
  recognition.interimResults = true;
  recognition.maxAlternatives = BEST;
  recognition.onstart = () => { if (!ending && !silent) begun(); };
  recognition.onresult = ({ resultIndex, results }) => {
    if (silent) quiet(false);
    [short, silent, saying] = [0, 0, ""];
    for (const each of [...results].slice(resultIndex)) {
      if (each.isFinal) settled(each);
      else saying += each[0].transcript;
    }
    saying = saying.trim();
    if (saying) partial(saying);
  };
  recognition.onerror = ({ error }) => {
    reason = REASONS[error] ?? "";
    if (error === "no-speech") {
      silent += 1;
      quiet(true);
      if (silent >= MOST_SILENT) reason = "quiet";
    }
    if (reason) ending = true;
  };
  recognition.onend = () => {
    // Words that it never settled are words all the same.
    heard(saying, []);
    short = Date.now() - started < AT_ONCE ? short + 1 : 0;
    if (ending || short >= MOST_AT_ONCE) over(reason || (ending ? "" : "lost"));
    else again();
  };
  again();
  return {
    stop: () => {
      ending = true;
      recognition.stop();
    },
    drop: () => {
      ending = true;
      recognition.abort();
    },
  };
};
