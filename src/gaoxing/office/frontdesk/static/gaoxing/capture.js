// The microphone: asked for, opened, closed. Its sound goes to nobody but who called, and is never stored.
const LOUD = 0.25;
const SILENT = 0.002;
const QUIET_FOR = 5000;
const CLOSING = 1000;
const WANTED = { audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true } };
const REASONS = { NotAllowedError: "denied", SecurityError: "denied", NotFoundError: "absent", OverconstrainedError: "absent", NotReadableError: "taken", AbortError: "taken" };

// Why there is no sound, as one of the page's sentences.
export class Dumb extends Error {}

const opened = async () => {
  if (!window.isSecureContext) throw new Dumb("insecure");
  if (!navigator.mediaDevices?.getUserMedia || !window.AudioWorkletNode) throw new Dumb("unable");
  try {
    return await navigator.mediaDevices.getUserMedia(WANTED);
  } catch (trouble) {
    throw new Dumb(REASONS[trouble.name] ?? "taken");
  }
};

const loudness = (samples) => {
  let sum = 0;
  for (const each of samples) sum += each * each;
  return Math.sqrt(sum / Math.max(1, samples.length)) / 32_768;
};

// `hear(samples)` gets a tenth of a second at a time, `level(0…1)` how loud it was, `trouble(reason)` a lost device; `quiet(yes)` tells of silence.
export const capture = async (worklet, { hear, level, trouble, quiet }) => {
  const stream = await opened();
  const context = new AudioContext();
  const closed = () => {
    for (const track of stream.getTracks()) track.stop();
    if (context.state !== "closed") context.close();
  };
  let node;
  try {
    await context.audioWorklet.addModule(worklet);
    node = new AudioWorkletNode(context, "resampling", { numberOfOutputs: 0 });
    await context.resume();
  } catch {
    closed();
    throw new Dumb("unable");
  }
  let loud = Date.now();
  let silent = false;
  let ended = () => {};
  const over = new Promise((done) => { ended = done; });
  node.port.onmessage = ({ data }) => {
    if (data === null) return void ended();
    hear(data);
    const strength = loudness(data);
    if (strength > SILENT) loud = Date.now();
    if (silent !== Date.now() - loud > QUIET_FOR) quiet((silent = !silent));
    level(Math.min(1, Math.sqrt(strength / LOUD)));
  };
  stream.getAudioTracks()[0].addEventListener("ended", () => trouble("gone"));
  context.createMediaStreamSource(stream).connect(node);
  return {
    // The last samples come before it is over.
    stop: async () => {
      node.port.postMessage("end");
      await Promise.race([over, new Promise((done) => { setTimeout(done, CLOSING); })]);
      closed();
    },
    drop: closed,
  };
};
