// The browser's own recognition, where the operator turned it on and the applicant agreed to who hears: the same calls as the office's ear.
const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
const REASONS = { "not-allowed": "denied", "service-not-allowed": "denied", "audio-capture": "absent", network: "lost", "language-not-supported": "unable" };

export const able = Boolean(Recognition);

export const browserEar = async ({ begun, partial, final, over }) => {
  const recognition = new Recognition();
  let ending = false;
  let reason = "";
  recognition.lang = "zh-CN";
  recognition.continuous = true;
  recognition.interimResults = true;
  recognition.onstart = begun;
  recognition.onresult = ({ resultIndex, results }) => {
    let saying = "";
    for (const each of [...results].slice(resultIndex)) {
      if (each.isFinal) final(each[0].transcript.trim());
      else saying += each[0].transcript;
    }
    if (saying) partial(saying.trim());
  };
  recognition.onerror = ({ error }) => {
    reason = REASONS[error] ?? "";
    if (reason) ending = true;
  };
  // It ends by itself when one pauses.
  recognition.onend = () => {
    if (ending) over(reason);
    else recognition.start();
  };
  recognition.start();
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
