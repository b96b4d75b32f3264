/** How many pictures are made at once, in what order, and what a pause does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStudio, type Studio, soon, states } from './testing/studio.js';

const ended = ({ jobs }: Studio) => jobs.ended(jobs.runningOf('regeneration')?.id ?? '');

/** The generator of one order is another one. */
const sendToOther = ({ board, requests }: Studio, at: number) => {
  const { id } = requests()[at] as { id: string };
  board.review.system('Send to another generator', (records) => ({
    ...records,
    request: { ...records.request, [id]: { ...records.request[id], generator: 'other' } as never },
  }));
};

describe('the queue', () => {
  it('has as many pictures made at once as the generator takes, and judges each as it comes', async () => {
    const studio = await openStudio(['wrong', 'wrong', 'wrong'], ['later right']);
    const { painter, approve, begin, holds, requests } = studio;
    for (const at of [0, 1, 2]) approve(at);
    painter.room.command = 2;
    begin();
    // Which of two that begin together reaches the generator first is nobody's rule.
    await holds(2);
    const [first, second, third] = requests().map(({ id }) => id) as [string, string, string];
    await soon();
    expect(states(studio)).toEqual(['running', 'running', 'queued']);
    painter.finish(second);
    await holds(2);
    expect(states(studio)).toEqual(['running', 'done', 'running']);
    expect(studio.takesOf(1)).toHaveLength(2);
    painter.finish(first);
    painter.finish(third);
    expect((await ended(studio))?.summary).toBe('3 regenerated, 3 better than before');
  });

  it('says how far all of it is, and of which picture, while several are made', async () => {
    const studio = await openStudio(['wrong', 'wrong', 'wrong'], ['later right']);
    for (const at of [0, 1, 2]) studio.approve(at);
    studio.painter.room.command = 2;
    studio.begin();
    const told = () => studio.jobs.runningOf('regeneration');
    const [first, second] = await studio.holds(2);
    expect(told()).toMatchObject({
      done: 0,
      total: 3,
      doing: expect.stringMatching(/^Shot [12], round 1: Step 1$/),
    });
    expect(told()?.progress).toBeCloseTo(1 / 3);
    studio.painter.finish(first ?? '');
    const [, third] = await studio.holds(2);
    while (states(studio)[0] !== 'done') await soon();
    expect(told()).toMatchObject({ done: 1, total: 3, doing: 'Shot 3, round 1: Step 1' });
    expect(told()?.progress).toBeCloseTo(2 / 3);
    studio.painter.finish(second ?? '');
    studio.painter.finish(third ?? '');
    expect((await ended(studio))?.summary).toBe('3 regenerated, 3 better than before');
  });

  it('begins each once, also where its turn takes long and something changes meanwhile', async () => {
    const studio = await openStudio(['wrong'], ['right']);
    studio.approve(0);
    studio.painter.room.command = 3;
    let go: () => void = () => undefined;
    const held = new Promise<void>((done) => {
      go = done;
    });
    const desk = studio.parts.generators as { allowed: unknown };
    desk.allowed = async (_id: string, order: object) => {
      await held;
      return order;
    };
    studio.begin();
    await soon();
    studio.send({ type: 'set-note', shotId: studio.shotAt(0).id, note: 'soon' });
    await soon();
    go();
    expect((await ended(studio))?.summary).toBe('1 regenerated, 1 better than before');
    expect(studio.painter.orders).toHaveLength(1);
  });

  it('is not held up by another generator that is slow', async () => {
    const studio = await openStudio(['wrong', 'wrong', 'wrong'], ['later right']);
    for (const at of [0, 1, 2]) studio.approve(at);
    for (const at of [1, 2]) sendToOther(studio, at);
    const [slow, ...others] = studio.requests().map(({ id }) => id);
    studio.begin();
    for (const id of others) {
      expect(await studio.holds(2)).toEqual(expect.arrayContaining([slow, id]));
      studio.painter.finish(id);
    }
    while (states(studio).join() !== 'running,done,done') await soon();
    studio.painter.finish(slow ?? '');
    await ended(studio);
  });

  it('takes on the next picture while the last one is judged', async () => {
    const studio = await openStudio(['wrong', 'wrong'], ['later right']);
    studio.approve(0);
    studio.approve(1);
    let judged: () => void = () => undefined;
    const { inference } = studio.parts;
    const judge = inference.judge.bind(inference);
    Object.assign(inference, {
      judge: async (...call: Parameters<typeof judge>) => {
        await new Promise<void>((done) => {
          judged = done;
        });
        return judge(...call);
      },
    });
    studio.begin();
    const [first] = await studio.holds(1);
    studio.painter.finish(first ?? '');
    const [second] = await studio.holds(1);
    expect(states(studio)).toEqual(['done', 'running']);
    Object.assign(inference, { judge });
    judged();
    studio.painter.finish(second ?? '');
    expect((await ended(studio))?.summary).toMatch(/2 regenerated/);
  });

  it('makes what comes first first, also after an order was moved while it runs', async () => {
    const studio = await openStudio(['wrong', 'wrong', 'wrong'], ['later right']);
    for (const at of [0, 1, 2]) studio.approve(at);
    studio.begin();
    const [running] = await studio.holds(1);
    const [first, second, third] = studio.requests().map(({ id }) => id) as [string, string, string];
    expect(running).toBe(first);
    studio.send({ type: 'move-request', requestId: third, beforeId: second });
    studio.painter.finish(first);
    expect(await studio.holds(1)).toEqual([third]);
    studio.painter.finish(third);
    expect(await studio.holds(1)).toEqual([second]);
    studio.painter.finish(second);
    await ended(studio);
  });

  it('begins nothing more while it is paused, finishes what is being made, and goes on where it was', async () => {
    const studio = await openStudio(['wrong', 'wrong'], ['later right']);
    studio.approve(0);
    studio.approve(1);
    studio.begin();
    const [first] = await studio.holds(1);
    studio.send({ type: 'pause-queue', paused: true });
    studio.painter.finish(first ?? '');
    expect((await ended(studio))?.summary).toBe('1 regenerated, 1 better than before, paused');
    expect(states(studio)).toEqual(['done', 'queued']);
    studio.send({ type: 'pause-queue', paused: false });
    studio.begin();
    const [second] = await studio.holds(1);
    studio.painter.finish(second ?? '');
    await ended(studio);
    expect(states(studio)).toEqual(['done', 'done']);
  });

  it('goes on after a pause with what automatic mode ordered, also where that may order no more', async () => {
    const studio = await openStudio(['wrong'], ['later right']);
    const run = studio.automatic({ candidates: 2, max: 2 });
    const [first] = await studio.holds(1);
    studio.send({ type: 'pause-queue', paused: true });
    studio.painter.finish(first ?? '');
    while (states(studio)[0] !== 'done') await soon();
    await soon();
    expect([states(studio), studio.jobs.runningOf('regeneration')?.state]).toEqual([
      ['done', 'queued'],
      'running',
    ]);
    studio.send({ type: 'pause-queue', paused: false });
    const [second] = await studio.holds(1);
    studio.painter.finish(second ?? '');
    expect((await run).summary).toMatch(/^2 regenerated/);
  });

  it('stops after the pictures that are being made, all of them', async () => {
    const studio = await openStudio(['wrong', 'wrong', 'wrong'], ['later right']);
    for (const at of [0, 1, 2]) studio.approve(at);
    studio.painter.room.command = 2;
    const { id } = studio.begin();
    const held = [...(await studio.holds(2))];
    studio.jobs.stop(id);
    for (const one of held) studio.painter.finish(one);
    expect((await studio.jobs.ended(id))?.state).toBe('cancelled');
    expect(states(studio)).toEqual(['done', 'done', 'queued']);
  });

  it('says of what no generator can say that it is unknown, and makes it only on a yes', async () => {
    const studio = await openStudio(['wrong'], ['unknown', 'right']);
    studio.approve(0);
    expect((await studio.queue()).summary).toBe('0 regenerated, 0 better than before, 1 of unknown outcome');
    const [request] = studio.requests();
    expect(request).toMatchObject({ state: 'unknown', error: expect.stringMatching(/not known whether/) });
    await studio.queue();
    expect(studio.painter.orders).toHaveLength(1);
    studio.send({ type: 'retry-request', requestId: request?.id ?? '' });
    await studio.queue();
    expect([studio.painter.orders.length, studio.painter.resumed, states(studio)]).toEqual([2, [], ['done']]);
  });
});

it('however it is moved, paused and undone, it is made in the order that it says, and each order once', async () => {
  const act = fc.oneof(
    fc.tuple(fc.constant('move' as const), fc.nat(3), fc.nat(4)),
    fc.tuple(fc.constantFrom('pause' as const, 'go on' as const, 'undo' as const), fc.nat(0), fc.nat(0)),
  );
  // Pictures that fail are made at once, and leave the shots as they were for the next case.
  const studio = await openStudio(['wrong', 'wrong'], ['fail']);
  const { review } = studio.board;
  const waiting = () => studio.waiting().map(({ id }) => id);
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 6 }), async (acts) => {
      for (const requestId of waiting()) studio.send({ type: 'cancel-request', requestId });
      const madeBefore = studio.painter.orders.length;
      studio.approve(0, { candidates: 2 });
      studio.approve(1, { candidates: 2 });
      for (const [what, from, to] of acts) {
        const before = waiting();
        if (what === 'move')
          studio.send({ type: 'move-request', requestId: before[from] ?? '', beforeId: before[to] ?? null });
        else if (what !== 'undo') studio.send({ type: 'pause-queue', paused: what === 'pause' });
        else if (/Move|queue/.test(review.canUndo ?? '')) review.undo();
        expect(new Set(waiting())).toEqual(new Set(before));
      }
      studio.send({ type: 'pause-queue', paused: false });
      const said = waiting();
      expect(said).toHaveLength(4);
      await studio.queue();
      expect(studio.painter.orders.slice(madeBefore).map(({ id }) => id)).toEqual(said);
    }),
    { numRuns: 25 },
  );
});

describe('candidates', () => {
  it('are all made and judged, wait for the artist, and leave the pick alone', async () => {
    const studio = await openStudio(['wrong'], ['wrong', 'right', 'half']);
    const { pickId } = studio.shotAt(0);
    studio.approve(0, { candidates: 3 });
    expect((await studio.queue()).summary).toBe('3 regenerated, 2 better than before');
    expect(studio.shotAt(0)).toMatchObject({ pickId, status: 'pending' });
    expect(studio.takesOf(0)).toHaveLength(4);
    const ranking = await studio.ranking(0);
    const shown = ranking.map((id) => studio.takesOf(0).findIndex((take) => take.id === id));
    // The best first; the picture like the one before stands behind it.
    expect(shown).toEqual([2, 3, 0, 1]);
  });

  it('of automatic mode are one round, of which the best becomes the pick, and count one by one against its limit', async () => {
    const studio = await openStudio(['wrong'], ['half', 'wrong', 'right']);
    const run = await studio.automatic({ candidates: 3, max: 4 });
    expect(run.summary).toBe('3 regenerated, 2 better than before');
    expect(new Set(studio.requests().map(({ round }) => round))).toEqual(new Set([1]));
    expect(studio.shotAt(0).pickId).toBe(studio.takesOf(0)[3]?.id);
    const tight = await openStudio(['wrong', 'wrong'], ['wrong']);
    await tight.automatic({ candidates: 3, max: 4 });
    expect(tight.painter.orders).toHaveLength(4);
  });

  it('leave the take that there was the pick where none stands better, or one could not be made', async () => {
    const studio = await openStudio(['wrong'], ['wrong', 'fail']);
    const { pickId } = studio.shotAt(0);
    await studio.automatic({ candidates: 2, max: 2 });
    expect(studio.shotAt(0).pickId).toBe(pickId);
    const half = await openStudio(['wrong'], ['right', 'fail']);
    await half.automatic({ candidates: 2, max: 2 });
    expect(half.shotAt(0).pickId).toBe(half.takesOf(0)[1]?.id);
  });
});
