/** What automatic mode makes and when it stops, whatever judges and makes the pictures. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStudio, soon, states } from './testing/studio.js';

describe('automatic mode', () => {
  it('passes over shots that are right, rejected or held', async () => {
    const { automatic, send, shotAt, requests } = await openStudio(['wrong', 'wrong', 'wrong'], ['right']);
    send({ type: 'reject', shotId: shotAt(0).id, reason: '' });
    send({ type: 'hold', shotId: shotAt(1).id, reason: '' });
    expect((await automatic({})).summary).toBe('1 regenerated, 1 better than before');
    expect(requests().map(({ shotId, approvedBy }) => [shotId, approvedBy])).toEqual([
      [shotAt(2).id, 'automatic'],
    ]);
    const right = await openStudio(['right'], ['right']);
    expect((await right.automatic({})).summary).toBe('0 regenerated, 0 better than before');
  });

  it('leaves a shot after two rounds in a row that brought nothing', async () => {
    const { automatic, requests, takesOf, shotAt } = await openStudio(['wrong'], ['wrong', 'half', 'half']);
    expect((await automatic({})).summary).toBe(
      '4 regenerated, 1 better than before, 1 stopped: two rounds brought nothing',
    );
    expect(requests().map(({ round, state }) => [round, state])).toEqual(
      [1, 2, 3, 4].map((round) => [round, 'done']),
    );
    expect(shotAt(0).pickId).toBe(takesOf(0)[2]?.id);
    // What was better is where the next round begins.
    expect(requests().map(({ fromTakeId }) => takesOf(0).findIndex(({ id }) => id === fromTakeId))).toEqual([
      0, 0, 2, 2,
    ]);
  });

  it('tries again what an earlier run tried in vain, unless that counts', async () => {
    const { automatic } = await openStudio(['wrong'], ['wrong']);
    await automatic({});
    expect((await automatic({ countsEarlier: true })).summary).toBe(
      '0 regenerated, 0 better than before, 1 stopped: two rounds brought nothing',
    );
    expect((await automatic({})).summary).toMatch(/^2 regenerated/);
  });

  it('takes the suggested words with the seed that was, and another seed for the same words', async () => {
    const { automatic, painter, board, shotAt, takesOf, requests } = await openStudio(['wrong'], ['right']);
    const suggested = board.suggestionFor(shotAt(0).id);
    await automatic({});
    const [first] = takesOf(0);
    // One picture is no set to choose from.
    expect(requests()).toMatchObject([{ setId: null, round: 1, approvedBy: 'automatic' }]);
    expect(suggested?.newSeed).toBe(false);
    expect(painter.orders).toMatchObject([
      {
        prompt: suggested?.prompt,
        negativePrompt: suggested?.negativePrompt,
        seed: first?.seed,
        strength: null,
        width: 8,
        height: 8,
        settings: { steps: 20 },
        fromFile: join(board.review.folder, '0.png'),
      },
    ]);
    const again = await openStudio(['half'], ['half']);
    await again.automatic({});
    const made = again.painter.orders.map(({ prompt, negativePrompt, seed }) => [
      prompt,
      negativePrompt,
      seed,
    ]);
    expect(made[0]?.[2]).toBe(again.takesOf(0)[0]?.seed);
    expect(new Set(made.map(String)).size, 'no picture is made twice').toBe(2);
  });

  it('takes another seed where the suggestion asks for one', async () => {
    const { automatic, painter, board, takesOf } = await openStudio(['wrong'], ['right']);
    const given = board.suggestionFor.bind(board);
    board.suggestionFor = (shotId) => {
      const suggestion = given(shotId);
      return suggestion && { ...suggestion, newSeed: true };
    };
    await automatic({});
    expect(painter.orders).toHaveLength(1);
    expect(painter.orders[0]?.seed).not.toBe(takesOf(0)[0]?.seed);
  });

  it('asks more firmly for what a try lost, with another seed: with the one that was it came to nothing', async () => {
    const { automatic, painter, takesOf } = await openStudio(['half'], ['wrong']);
    await automatic({});
    const [first, second] = painter.orders;
    expect(painter.orders).toHaveLength(2);
    expect(second?.prompt).not.toBe(first?.prompt);
    expect([first?.seed === takesOf(0)[0]?.seed, second?.seed === takesOf(0)[0]?.seed]).toEqual([
      true,
      false,
    ]);
  });

  it('re-rolls the words that were with a new seed each time, up to the round limit', async () => {
    const { automatic, painter, takesOf } = await openStudio(['wrong'], ['wrong']);
    expect((await automatic({ rounds: 3, reroll: true })).summary).toBe(
      '3 regenerated, 0 better than before, 1 stopped: round limit',
    );
    const { orders } = painter;
    expect(new Set(orders.map(({ prompt }) => prompt))).toEqual(new Set([takesOf(0)[0]?.prompt]));
    expect(new Set([takesOf(0)[0]?.seed, ...orders.map(({ seed }) => seed)]).size).toBe(4);
  });

  it('stops at the round limit of a shot, counting what the artist had made before', async () => {
    const studio = await openStudio(['wrong'], ['wrong']);
    studio.approve(0);
    await studio.queue();
    expect((await studio.automatic({ rounds: 2 })).summary).toBe(
      '1 regenerated, 0 better than before, 1 stopped: round limit',
    );
    expect(studio.requests().map(({ round }) => round)).toEqual([1, 2]);
    expect((await studio.automatic({ rounds: 2 })).summary).toBe(
      '0 regenerated, 0 better than before, 1 stopped: round limit',
    );
  });

  it('goes round all shots before one has its next round, and stops at its total in the middle', async () => {
    const { automatic, requests, shotAt, painter } = await openStudio(['wrong', 'wrong', 'wrong'], ['wrong']);
    expect((await automatic({ max: 5 })).summary).toBe(
      '5 regenerated, 0 better than before, 1 stopped: two rounds brought nothing, stopped at the limit of 5 regenerations',
    );
    expect(painter.orders).toHaveLength(5);
    const shots = [0, 1, 2, 0, 1].map((at) => shotAt(at).id);
    const byOrder = new Map(requests().map(({ id, shotId }) => [id, shotId]));
    expect(painter.orders.map(({ id }) => byOrder.get(id))).toEqual(shots);
  });

  it('says which shot is at work and how far the run is, as much as is known of it', async () => {
    const { automatic, jobs } = await openStudio(['wrong', 'wrong'], ['right']);
    const told: [number, number, string][] = [];
    jobs.onChange(({ done, total, doing }) => told.push([done, total, doing]));
    await automatic({});
    expect(told).toContainEqual([0, 2, 'Shot 1, round 1']);
    expect(told).toContainEqual([0, 2, 'Shot 1, round 1: Step 1']);
    expect(told).toContainEqual([1, 2, 'Shot 2, round 1']);
  });

  it('leaves a shot that fails or is cancelled, and goes on with the others', async () => {
    const failing = await openStudio(['wrong', 'wrong'], ['fail', 'right']);
    expect(await failing.automatic({})).toMatchObject({
      summary: '1 regenerated, 1 better than before, 1 stopped: failed',
      warning: expect.stringMatching(/^Shot 1: .*out of memory.* The old take is kept/),
    });
    expect(failing.requests()[0]).toMatchObject({
      state: 'failed',
      handle: null,
      error: expect.stringMatching(/out of memory/),
    });
    const studio = await openStudio(['wrong', 'wrong'], ['wait', 'right']);
    studio.painter.onOrder = () => {
      studio.painter.onOrder = () => undefined;
      studio.send({ type: 'cancel-request', requestId: studio.requests()[0]?.id ?? '' });
    };
    expect((await studio.automatic({})).summary).toBe(
      '1 regenerated, 1 better than before, 1 stopped: cancelled',
    );
    expect(states(studio)).toEqual(['cancelled', 'done']);
  });
});

describe('a run', () => {
  it('works on as many shots at once as the generator takes', async () => {
    const studio = await openStudio(['wrong', 'wrong', 'wrong'], ['later right']);
    studio.painter.room.command = 2;
    const run = studio.automatic({});
    await studio.holds(2);
    // A crash leaves word of it.
    expect(studio.runs()).toMatchObject([{ end: 'running', made: 0 }]);
    for (let left = 3; left > 0; left--) {
      const [one] = await studio.holds(Math.min(2, left));
      expect(studio.painter.held).toHaveLength(Math.min(2, left));
      studio.painter.finish(one ?? '');
    }
    expect((await run).summary).toBe('3 regenerated, 3 better than before');
  });

  it('waits while the queue is paused, and ends when it is stopped meanwhile', async () => {
    const studio = await openStudio(['wrong', 'wrong'], ['right']);
    studio.send({ type: 'pause-queue', paused: true });
    const run = studio.automatic({});
    await soon();
    expect(studio.requests()).toEqual([]);
    studio.send({ type: 'pause-queue', paused: false });
    expect((await run).summary).toBe('2 regenerated, 2 better than before');
    const stopped = await openStudio(['wrong'], ['right']);
    stopped.send({ type: 'pause-queue', paused: true });
    const ends = stopped.automatic({});
    await soon();
    stopped.jobs.stop(stopped.jobs.runningOf('regeneration')?.id ?? '');
    expect((await ends).state).toBe('cancelled');
  });

  it('begins nothing when it is paused while the next picture is planned', async () => {
    const studio = await openStudio(['wrong'], ['right']);
    const { board } = studio;
    const settled = board.settled.bind(board);
    board.settled = () => {
      board.settled = settled;
      studio.send({ type: 'pause-queue', paused: true });
      return settled();
    };
    const run = studio.automatic({ max: 1 });
    while (studio.requests().length === 0) await soon();
    await soon();
    expect(states(studio)).toEqual(['queued']);
    studio.send({ type: 'pause-queue', paused: false });
    expect((await run).summary).toMatch(/^1 regenerated/);
  });

  it('ends at its limit also while the queue is paused', async () => {
    const studio = await openStudio(['wrong', 'wrong'], ['right']);
    studio.painter.onOrder = () => studio.send({ type: 'pause-queue', paused: true });
    expect((await studio.automatic({ max: 1 })).summary).toBe(
      '1 regenerated, 1 better than before, stopped at the limit of 1 regenerations',
    );
  });

  it('goes on with the other shots after a candidate was cancelled that was not begun', async () => {
    const studio = await openStudio(['wrong', 'wrong'], ['later right', 'right']);
    const run = studio.automatic({ candidates: 2 });
    const [first] = await studio.holds(1);
    studio.send({ type: 'cancel-request', requestId: studio.waiting()[0]?.id ?? '' });
    studio.painter.finish(first ?? '');
    expect((await run).summary).toBe('3 regenerated, 3 better than before');
    expect(studio.shotAt(0).pickId).toBe(studio.takesOf(0)[1]?.id);
  });

  it('picks the best of the candidates that were made when the others are cancelled', async () => {
    const studio = await openStudio(['wrong'], ['right']);
    studio.painter.onOrder = () => studio.send({ type: 'pause-queue', paused: true });
    const run = studio.automatic({ candidates: 3 });
    while (states(studio)[0] !== 'done') await soon();
    while (studio.board.isRunning(studio.takesOf(0)[1]?.id ?? '')) await soon();
    await soon();
    const { pickId } = studio.shotAt(0);
    for (const { id } of studio.waiting()) studio.send({ type: 'cancel-request', requestId: id });
    studio.send({ type: 'pause-queue', paused: false });
    expect((await run).summary).toBe('1 regenerated, 1 better than before');
    expect(studio.shotAt(0).pickId).not.toBe(pickId);
    expect(studio.shotAt(0).pickId).toBe(studio.takesOf(0)[1]?.id);
  });

  it('orders no more when its minutes are over', async () => {
    const studio = await openStudio(['wrong', 'wrong'], ['right']);
    const { now } = performance;
    studio.painter.onOrder = () => {
      performance.now = () => now.call(performance) + 61_000;
    };
    try {
      expect((await studio.automatic({ minutes: 1 })).summary).toBe(
        '1 regenerated, 1 better than before, stopped at the limit of 1 minute',
      );
    } finally {
      performance.now = now;
    }
    expect(studio.runs()).toMatchObject([{ end: 'minutes', made: 1 }]);
  });

  it('keeps in the review what it did of each shot, and how it ended', async () => {
    const studio = await openStudio(['wrong', 'wrong', 'wrong'], ['right', 'wrong', 'fail', 'wrong']);
    await studio.automatic({ rounds: 2 });
    expect(studio.runs()).toMatchObject([
      {
        end: 'done',
        made: 3,
        rounds: 2,
        pictures: 9,
        candidates: 1,
        shots: [
          { shotId: studio.shotAt(0).id, made: 1, improved: true, stop: 'nothing open' },
          { shotId: studio.shotAt(1).id, made: 2, improved: false, stop: 'round limit' },
          { shotId: studio.shotAt(2).id, made: 0, improved: false, stop: 'failed' },
        ],
      },
    ]);
    const capped = await openStudio(['wrong'], ['wrong']);
    await capped.automatic({ max: 1 });
    expect(capped.runs()).toMatchObject([{ end: 'pictures', shots: [{ made: 1, stop: null }] }]);
    const stopped = await openStudio(['wrong'], ['wait']);
    stopped.painter.onOrder = () => {
      stopped.jobs.cancel(stopped.jobs.runningOf('regeneration')?.id ?? '');
    };
    await stopped.automatic({});
    expect(stopped.runs()).toMatchObject([{ end: 'stopped', made: 0 }]);
  });

  it('never sends again what is unknown', async () => {
    const studio = await openStudio(['wrong'], ['unknown', 'right']);
    expect((await studio.automatic({})).summary).toBe(
      '0 regenerated, 0 better than before, 1 stopped: outcome unknown',
    );
    await studio.automatic({});
    expect(studio.painter.orders).toHaveLength(1);
  });
});
