import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { betweenFrames, Inbox, rested, type WhenFree } from './inbox.js';

/** An inbox, what it gave, and the moment at which the window has time. */
function anInbox() {
  const taken: number[][] = [];
  let asked: (() => void)[] = [];
  const inbox = new Inbox<number>(
    (all) => taken.push([...all]),
    (run) => {
      asked.push(run);
      return () => {
        asked = asked.filter((one) => one !== run);
      };
    },
  );
  return {
    inbox,
    taken,
    free: () => {
      const now = asked;
      asked = [];
      for (const run of now) run();
    },
    asked: () => asked.length,
  };
}

describe('messages that can wait', () => {
  it('are taken together once there is time, and not before', () => {
    const { inbox, taken, free } = anInbox();
    inbox.put(1);
    inbox.put(2);
    expect(taken).toEqual([]);
    expect(inbox.last).toBe(2);
    free();
    expect(taken).toEqual([[1, 2]]);
    expect(inbox.last).toBeUndefined();
    inbox.put(3);
    free();
    expect(taken).toEqual([[1, 2], [3]]);
  });

  it('ask for time once, and for none where they were taken before', () => {
    const { inbox, taken, free, asked } = anInbox();
    inbox.put(1);
    inbox.put(2);
    expect(asked()).toBe(1);
    inbox.empty();
    expect([taken, asked()]).toEqual([[[1, 2]], 0]);
    free();
    inbox.empty();
    expect(taken).toEqual([[1, 2]]);
  });

  it('are each taken once, in their order, whenever there is time', () => {
    const step = fc.constantFrom('put', 'free', 'empty');
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const { inbox, taken, free } = anInbox();
        let sent = 0;
        for (const one of steps)
          if (one === 'put') inbox.put(sent++);
          else if (one === 'free') free();
          else inbox.empty();
        inbox.empty();
        expect(taken.flat()).toEqual(Array.from({ length: sent }, (_, at) => at));
        expect(taken.every(({ length }) => length > 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the time between two times', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const atOnce: WhenFree = (run) => {
    run();
    return () => undefined;
  };

  it('runs the first at once, and what comes soon after only when it has rested', () => {
    const whenFree = rested(atOnce, 200);
    const ran: string[] = [];
    whenFree(() => ran.push('first'));
    vi.advanceTimersByTime(50);
    whenFree(() => ran.push('second'));
    vi.advanceTimersByTime(149);
    expect(ran).toEqual(['first']);
    vi.advanceTimersByTime(1);
    expect(ran).toEqual(['first', 'second']);
    vi.advanceTimersByTime(200);
    whenFree(() => ran.push('third'));
    expect(ran).toEqual(['first', 'second', 'third']);
  });

  it('runs nothing that was left, whether it still rested or waited for time', () => {
    let asked: (() => void) | null = null;
    const whenFree = rested((run) => {
      asked = run;
      return () => {
        asked = null;
      };
    }, 200);
    const ran: string[] = [];
    const run = () => (asked as (() => void) | null)?.();
    whenFree(() => ran.push('first'));
    run();
    whenFree(() => ran.push('left'))();
    vi.advanceTimersByTime(500);
    const leave = whenFree(() => ran.push('left too'));
    leave();
    expect([ran, asked]).toEqual([['first'], null]);
  });
});

describe('the time between two frames', () => {
  let idle: { run: () => void; timeout: number | undefined }[];
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    idle = [];
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  /** A page, which tells of its idle time or not. */
  function page(visibilityState: string, tellsOfIdleTime = true): void {
    const ask = (run: () => void, { timeout }: IdleRequestOptions = {}) => idle.push({ run, timeout });
    const cancel = (id: number) => void idle.splice(id - 1, 1);
    const asked = tellsOfIdleTime ? { requestIdleCallback: ask, cancelIdleCallback: cancel } : {};
    vi.stubGlobal('document', { visibilityState });
    vi.stubGlobal('window', asked);
    for (const [name, value] of Object.entries(asked)) vi.stubGlobal(name, value);
  }

  it('is waited for where somebody sees the window, for a quarter of a second at most', () => {
    page('visible');
    const ran: string[] = [];
    betweenFrames(() => ran.push('ran'));
    vi.advanceTimersByTime(1000);
    expect([ran, idle.map(({ timeout }) => timeout)]).toEqual([[], [250]]);
    idle[0]?.run();
    expect(ran).toEqual(['ran']);
  });

  it.each([
    ['nobody sees any', 'hidden', true],
    ['the page cannot tell of it', 'visible', false],
  ])('is any time, but not at once, where %s', (_, seen, tells) => {
    page(seen, tells);
    const ran: string[] = [];
    betweenFrames(() => ran.push('ran'));
    expect(ran).toEqual([]);
    vi.advanceTimersByTime(1);
    expect([ran, idle]).toEqual([['ran'], []]);
  });

  it.each([
    ['visible', true],
    ['hidden', true],
    ['visible', false],
  ])('is not waited for any more by what was left: %s, told of %s', (seen, tells) => {
    page(seen, tells);
    const ran: string[] = [];
    betweenFrames(() => ran.push('left'))();
    vi.advanceTimersByTime(1000);
    expect([ran, idle]).toEqual([[], []]);
  });
});
