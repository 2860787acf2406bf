// The line to where one is heard: a ticket, a socket, and the sound that is not settled yet, kept so that it can be sent once more when the line breaks.
const RATE = 16_000;
const MOST_KEPT = 60 * RATE;
// Seconds sent faster than they were spoken, and bytes on their way, beyond which it waits; the office allows half a minute.
const AHEAD = 25;
const ON_THE_WAY = 640_000;
const PACE = 200;
const ANSWERS_IN = 15_000;
const ENDS_IN = 10_000;
const LONGEST_WAIT = 8000;
const GIVEN_UP = 60_000;
const HUNG_UP = 1000;

// `ticket()` gives `{address, ticket}` or throws `{final, reason, message}`; `told` has heard(message), broken(times), whole(), over(reason, message).
export const line = (ticket, told) => {
  let kept = [];
  let all = 0;
  let base = 0;
  let next = 0;
  let socket = null;
  let ready = 0;
  let ending = false;
  let endSent = false;
  let over = false;
  let times = 0;
  let broken = 0;
  let timer = 0;
  let pace = 0;

  const close = (reason = "", message = "") => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    clearTimeout(pace);
    kept = [];
    socket?.close();
    told.over(reason, message);
  };

  const send = () => {
    clearTimeout(pace);
    if (over || !ready) return;
    while (next < kept.length) {
      const ahead = (kept[next].at - base) / RATE - (performance.now() - ready) / 1000;
      if (ahead > AHEAD || socket.bufferedAmount > ON_THE_WAY) {
        pace = setTimeout(send, PACE);
        return;
      }
      socket.send(kept[next].samples);
      next += 1;
    }
    if (!ending || endSent) return;
    endSent = true;
    socket.send("end");
    clearTimeout(timer);
    timer = setTimeout(() => socket.close(), ENDS_IN);
  };

  // What is settled is needed no more.
  const settle = (heard) => {
    const gone = kept.findIndex((each) => each.at + each.samples.length > base + heard);
    const count = gone < 0 ? kept.length : gone;
    kept.splice(0, Math.min(count, next));
    next -= Math.min(count, next);
  };

  const read = ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === "stop") return void close(message.reason, message.message);
    if (message.type === "ready") {
      clearTimeout(timer);
      ready = performance.now();
      if (broken) told.whole();
      [times, broken] = [0, 0];
      return void send();
    }
    settle(message.heard);
    told.heard(message);
  };

  const lost = () => {
    if (over) return;
    ready = 0;
    socket = null;
    broken ||= Date.now();
    times += 1;
    clearTimeout(timer);
    if (Date.now() - broken > GIVEN_UP) return void close("lost");
    told.broken(times);
    timer = setTimeout(connect, Math.min(LONGEST_WAIT, 250 * 2 ** times));
  };

  const connect = async () => {
    let way;
    try {
      way = await ticket();
    } catch (refused) {
      if (over) return;
      if (refused.final) close(refused.reason, refused.message);
      else lost();
      return;
    }
    if (over) return;
    base = kept.length ? kept[0].at : all;
    next = 0;
    endSent = false;
    const opening = new WebSocket(`${way.address}?ticket=${encodeURIComponent(way.ticket)}`);
    socket = opening;
    opening.onmessage = (event) => { if (opening === socket) read(event); };
    opening.onclose = ({ code }) => {
      if (opening !== socket) return;
      if (endSent && code === HUNG_UP) close();
      else lost();
    };
    timer = setTimeout(() => opening.close(), ANSWERS_IN);
  };

  connect();
  return {
    hear: (samples) => {
      if (over || ending) return;
      kept.push({ at: all, samples });
      all += samples.length;
      if (all - kept[0].at > MOST_KEPT) {
        if (!ready) return void close("lost");
        kept.shift();
        next = Math.max(0, next - 1);
      }
      send();
    },
    end: () => {
      ending = true;
      send();
    },
    close,
  };
};
