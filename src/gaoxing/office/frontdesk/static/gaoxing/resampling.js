// What the microphone gives, in a thread of its own: at whatever rate it comes, it leaves as PCM16, 16 kHz, mono, a tenth of a second a message.
const RATE = 16_000;
const CHUNK = RATE / 10;
// The filter that keeps what is above 8 kHz from folding back: zero crossings to each side, and how finely its places are known.
const CROSSINGS = 16;
const PHASES = 160;

class Resampling extends AudioWorkletProcessor {
  constructor() {
    super();
    this.ratio = sampleRate / RATE;
    this.cut = Math.min(1, 0.95 / this.ratio);
    this.half = Math.ceil(CROSSINGS / this.cut);
    this.taps = Array.from({ length: PHASES + 1 }, (_, phase) => this.filter(phase / PHASES));
    this.heard = new Float32Array(2 * this.half);
    this.place = this.half;
    this.chunk = new Int16Array(CHUNK);
    this.filled = 0;
    this.over = false;
    this.port.onmessage = () => this.end();
  }

  // A windowed sinc for sound that is wanted `part` of a sample after one that is there.
  filter(part) {
    const taps = new Float32Array(2 * this.half);
    let sum = 0;
    for (let tap = 0; tap < taps.length; tap += 1) {
      const away = tap - this.half + 1 - part;
      const x = Math.PI * away * this.cut;
      const window = Math.abs(away) < this.half ? 0.5 + 0.5 * Math.cos((Math.PI * away) / this.half) : 0;
      taps[tap] = (x === 0 ? 1 : Math.sin(x) / x) * window;
      sum += taps[tap];
    }
    return taps.map((each) => each / sum);
  }

  process([input]) {
    if (this.over) return false;
    const channels = input.length;
    if (!channels) return true;
    const fresh = input[0].length;
    const joined = new Float32Array(this.heard.length + fresh);
    joined.set(this.heard);
    for (const channel of input) for (let at = 0; at < fresh; at += 1) joined[this.heard.length + at] += channel[at] / channels;
    while (Math.floor(this.place) + this.half < joined.length) {
      this.put(joined);
      this.place += this.ratio;
    }
    const gone = Math.max(0, Math.floor(this.place) - this.half);
    this.heard = joined.slice(gone);
    this.place -= gone;
    return true;
  }

  put(sound) {
    const whole = Math.floor(this.place);
    const taps = this.taps[Math.round((this.place - whole) * PHASES)];
    const from = whole - this.half + 1;
    let sum = 0;
    for (let tap = 0; tap < taps.length; tap += 1) sum += taps[tap] * sound[from + tap];
    this.chunk[this.filled] = Math.max(-32_768, Math.min(32_767, Math.round(sum * 32_768)));
    this.filled += 1;
    if (this.filled === CHUNK) this.send();
  }

  send() {
    const done = this.chunk.slice(0, this.filled);
    this.filled = 0;
    this.port.postMessage(done, [done.buffer]);
  }

  end() {
    if (this.filled) this.send();
    this.over = true;
    this.port.postMessage(null);
  }
}

registerProcessor("resampling", Resampling);
