import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { standing } from '../views/play/head.js';
import { standAt } from './playing.js';
import { desk } from './testing/desk.js';

/** Five shots of two seconds each. */
const play = (session: Parameters<typeof desk>[0] = {}) => desk({ view: 'play', shotId: 's0', ...session });

let now = 0;
beforeEach(() => {
  now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => vi.restoreAllMocks());

describe('playing', () => {
  it('begins from the shot on the screen, in the view that plays, and stops where it is', async () => {
    const { run, session } = desk({ shotId: 's2', view: 'grid' });
    await run('play');
    expect(session()).toMatchObject({ view: 'play', head: { at: 4, since: 1000, speed: 1 } });
    now = 3500;
    await run('play');
    expect(session()).toMatchObject({ head: { at: 6.5, since: null }, shotId: 's3' });
  });

  it('begins in the view that plays, too', async () => {
    const { run, session } = play({ head: standing(3) });
    await run('play');
    expect(session().head).toMatchObject({ at: 3, since: 1000, speed: 1 });
    await run('play');
    expect(session().head).toMatchObject({ at: 3, since: null });
  });

  it('begins from the shot on the screen in whatever order the shots are shown', async () => {
    const { run, session } = desk({ shotId: 's0', view: 'grid', sort: 'worst' });
    await run('play');
    // The flagged shots, 2 and 4, stand before it, two seconds each.
    expect(session().head).toMatchObject({ at: 4 });
  });

  it('goes faster with each press, turns with the other key and stops between them', async () => {
    const { run, session } = play({ head: standing(3) });
    await run('play-on');
    now += 500;
    await run('play-on');
    expect(session().head).toEqual({ at: 3.5, since: 1500, speed: 2 });
    now += 500;
    await run('play-back');
    expect(session().head).toEqual({ at: 4.5, since: 2000, speed: -1 });
    now += 500;
    await run('play-stop');
    expect(session().head).toEqual({ at: 4, since: null, speed: 1 });
  });

  it('steps by a frame of the rate of the settings, and stops', async () => {
    const { run, session } = desk({ view: 'play', shotId: 's0', head: standing(1) }, { frameRate: '25' });
    await run('frame-on');
    expect(session().head).toEqual({ at: 1.04, since: null, speed: 1 });
    await run('frame-back');
    await run('frame-back');
    expect(session().head.at).toBeCloseTo(0.96);
  });

  it('goes round in what is selected until it is told otherwise', async () => {
    const { run, session } = play({ selected: ['s1', 's2'], head: standing(3) });
    await run('play-loop');
    expect(session().loop).toEqual(['s1', 's2']);
    // That alone begins nothing.
    expect(session().head).toMatchObject({ at: 3, since: null });
    await run('play-on');
    now += 4000;
    await run('play-stop');
    expect(session().head.at).toBe(3);
    await run('play-loop');
    expect(session().loop).toBeNull();
  });

  it('goes on from where it is when the range changes under it', async () => {
    const { run, session } = play();
    await run('play-on');
    now += 3000;
    await run('play-loop');
    expect(session()).toMatchObject({ loop: [], head: { at: 3, since: 4000 } });
  });

  it('has the shot of a time on the screen, without what belonged to another', () => {
    const { context, session } = play({ takeId: 't0', editing: 'prompt', selected: ['s0', 's1'] });
    standAt(context, 5);
    expect(session()).toMatchObject({
      shotId: 's2',
      takeId: null,
      editing: null,
      selected: [],
      head: { at: 5 },
    });
    standAt(context, 99);
    expect(session()).toMatchObject({ shotId: 's4', head: { at: 10 } });
    standAt(context, -1);
    expect(session()).toMatchObject({ shotId: 's0', head: { at: 0 } });
  });

  it('keeps what is chosen while it stays in its shot', () => {
    const { context, session } = play({ takeId: 't9', selected: ['s0', 's1'] });
    standAt(context, 1);
    expect(session()).toMatchObject({ takeId: 't9', selected: ['s0', 's1'] });
  });

  it('turns captions and first takes on and off', async () => {
    const { run, session } = play();
    await run('captions');
    await run('first-takes');
    expect(session()).toMatchObject({ captions: false, firstTakes: true });
  });

  it('decides on what is seen without going on: time does that', async () => {
    const { run, sent, session } = play();
    await run('hold');
    expect(sent).toEqual([{ type: 'hold', shotId: 's0', reason: '' }]);
    expect(session().shotId).toBe('s0');
  });
});
