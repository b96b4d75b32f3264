/**
 * What is timed inside a page, the program's and the bare one alike. Evaluated there as it stands; window.bench has it
 * afterwards. Times in milliseconds, distances in CSS pixels.
 */
(() => {
  const PATIENCE = 10_000;
  /** Calls back once what is drawn in the frame in which it is called was handed over. */
  const handedOver = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(null);
  };
  /** As that, of the frame after: by then the pictures of this one are decoded, too. */
  const painted = (then) => requestAnimationFrame(() => handedOver(then));
  /**
   * Milliseconds from the last key until the frame after it was on the screen, as the browser says some time later, in steps
   * of 8; 0 while it says nothing, as of what took less than 16.
   */
  let seen = 0;
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') seen = duration;
  }).observe({ type: 'event', durationThreshold: 16 });
  const TOLD = 150;
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const isThere = (image) => image.complete && image.naturalWidth > 0;

  /** Something that is seen has no picture yet, or no cell was made for it. `slack`: between cells. */
  function lacksPicture(scroller, cells, axis, slack) {
    const [start, end] = axis === 'x' ? ['left', 'right'] : ['top', 'bottom'];
    const room = scroller.getBoundingClientRect();
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    for (const cell of scroller.querySelectorAll(cells)) {
      const box = cell.getBoundingClientRect();
      if (box[end] <= room[start] || box[start] >= room[end]) continue;
      first = Math.min(first, box[start]);
      last = Math.max(last, box[end]);
      const image = cell.matches('img') ? cell : cell.querySelector('img');
      if (!image || !isThere(image)) return true;
    }
    return first > room[start] + slack || last < room[end] - slack;
  }

  /** Scrolls at a steady speed. Resolves with the milliseconds from frame to frame, and in how many a picture was missing. */
  async function scroll({ scroller: selector, cells, axis, from, speed, seconds, slack }) {
    const scroller = document.querySelector(selector);
    const edge = axis === 'x' ? 'scrollLeft' : 'scrollTop';
    scroller[edge] = from;
    // What is seen at the start is none of the scrolling.
    for (let frames = 0; frames < 600 && (frames < 12 || lacksPicture(scroller, cells, axis, slack)); frames++)
      await nextFrame();
    const gaps = [];
    let lacking = 0;
    const started = await nextFrame();
    let last = started;
    while (last - started < 1000 * seconds) {
      scroller[edge] = from + ((last - started) * speed) / 1000;
      const now = await nextFrame();
      gaps.push(now - last);
      last = now;
      if (lacksPicture(scroller, cells, axis, slack)) lacking++;
    }
    return { gaps, lacking };
  }

  /**
   * Resolves with how long after the next event of `type` each of `shows` was painted, and PATIENCE for all of them where one
   * never was. Each is asked in every frame, in turn. `drawn`: when it counts as painted.
   */
  function after(type, shows, drawn = painted) {
    return new Promise((resolve) => {
      const listen = (event) => {
        const from = event.timeStamp;
        const times = [];
        const look = () => {
          if (performance.now() - from > PATIENCE) return resolve(shows.map(() => PATIENCE));
          const show = shows[times.length];
          if (!show()) return requestAnimationFrame(look);
          const at = times.push(Number.NaN) - 1;
          drawn((now) => {
            times[at] = now - from;
            if (at === shows.length - 1) resolve(times);
          });
          if (times.length < shows.length) look();
        };
        requestAnimationFrame(look);
      };
      window.addEventListener(type, listen, { once: true, capture: true });
    });
  }

  /** What a key changes, as it was handed over, or as it was seen where the browser says that this took longer. */
  async function afterKey(show) {
    seen = 0;
    const [time] = await after('keydown', [show], handedOver);
    await new Promise((resolve) => setTimeout(resolve, TOLD));
    return [Math.max(time, seen)];
  }

  const strip = '[data-testid=strip]';
  const currentFrame = () => document.querySelector(`${strip} .frame-current`);
  const addressOf = (image) => (image ? new URL(image.src).pathname : '');

  window.bench = {
    scroll,
    /** A decision about the shot on the screen shows at its frame. */
    decision() {
      const frame = currentFrame();
      const before = frame.dataset.state;
      return afterKey(() => frame.dataset.state !== before);
    },
    /** As a decision, in the bare page: the key changes one class. */
    marking() {
      const image = document.querySelector('img');
      const before = image.className;
      return afterKey(() => image.className !== before);
    },
    /** Another shot comes on the screen: its thumbnail, then the full picture. */
    change(type) {
      const thumbnail = () => document.querySelector('[data-testid=viewer] .take-picture > .picture');
      const before = addressOf(thumbnail());
      const shown = () => {
        const image = thumbnail();
        return image && addressOf(image) !== before && isThere(image) ? image : null;
      };
      const full = () => {
        const image = document.querySelector('[data-testid=viewer] .take-full');
        return shown() && image && addressOf(image) === addressOf(thumbnail()) && isThere(image);
      };
      return after(type, [() => shown() !== null, full]);
    },
    /** Where frames are that are seen whole, and are not the one on the screen. */
    places() {
      const room = document.querySelector(strip).getBoundingClientRect();
      return [...document.querySelectorAll(`${strip} .frame:not(.frame-current)`)]
        .map((frame) => frame.querySelector('.frame-picture').getBoundingClientRect())
        .filter(({ left, right }) => left >= room.left && right <= room.right)
        .map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 }));
    },
    /** Pictures in the strip have come. */
    filled: () => !lacksPicture(document.querySelector(strip), '.frame', 'x', 40),
    /** What a bare page needs to lay out as many pictures in the same places. */
    layout(selector, cells) {
      const scroller = document.querySelector(selector);
      const frames = [...scroller.querySelectorAll(cells)].map((cell) => {
        const { left, top } = cell.getBoundingClientRect();
        const picture = cell.querySelector('.frame-picture').getBoundingClientRect();
        return { left, top, width: picture.width, height: picture.height };
      });
      const [{ left, top, width, height }] = frames;
      const rows = [...new Set(frames.map((one) => one.top))].sort((a, b) => a - b);
      const columns = [...new Set(frames.filter((one) => one.top === top).map((one) => one.left))];
      columns.sort((a, b) => a - b);
      const room = scroller.getBoundingClientRect();
      return {
        room: { width: room.width, height: room.height },
        width,
        height,
        columns: columns.length,
        stepX: columns.length > 1 ? columns[1] - columns[0] : width,
        stepY: rows.length > 1 ? rows[1] - rows[0] : height,
      };
    },
  };
})();
