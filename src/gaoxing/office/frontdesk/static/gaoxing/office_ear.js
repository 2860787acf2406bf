// The office's ear: microphone and line together. It listens from the first moment on; what is said before the line stands waits for it.
import { capture } from "./capture.js";
import { line } from "./line.js";

export const officeEar = async ({ worklet, ticket, begun, sound: gather, partial, final, level, quiet, broken, whole, over }) => {
  let way = null;
  let sound = null;
  let gone = "";
  const finish = async () => {
    await sound?.stop();
    way?.end();
  };
  sound = await capture(worklet, {
    hear: (samples) => {
      gather(samples);
      way?.hear(samples);
    },
    level,
    quiet,
    trouble: (reason) => {
      gone = reason;
      finish();
    },
  });
  way = line(ticket, {
    heard: ({ type, text, alternatives }) => (type === "final" ? final(text, alternatives ?? []) : partial(text)),
    broken,
    whole,
    over: (reason, message) => {
      sound.drop();
      over(reason || gone, message);
    },
  });
  begun();
  return {
    stop: finish,
    drop: () => {
      sound.drop();
      way.close();
    },
  };
};
