/** What a server's answers say of a job: how it stands, what its picture is called, and where that is. */
import { describe, expect, it } from 'vitest';
import { Strange } from '../server-client.js';
import { Client, LIMITS } from './client.js';
import type { Work } from './handle.js';
import { leftPicture, pictureOf, standingOf } from './job.js';

const work: Work = {
  server: 'http://127.0.0.1:1',
  promptId: '11111111-1111-1111-1111-111111111111',
  clientId: '22222222-2222-2222-2222-222222222222',
};
const { promptId } = work;

interface Said {
  readonly status?: number;
  readonly body: unknown;
}

/** A server that gives these answers, by path; of several to one path one after the other, and the last again. */
class Answering extends Client {
  readonly asked: string[] = [];
  readonly #answers: Readonly<Record<string, readonly Said[]>>;
  constructor(answers: Readonly<Record<string, readonly Said[]>>) {
    super(work.server, LIMITS);
    this.#answers = answers;
  }
  override async send(_method: 'GET' | 'POST', path: string) {
    const bare = path.split('?')[0] ?? '';
    const all = this.#answers[bare] ?? [{ status: 404, body: '' }];
    const before = this.asked.filter((one) => one.split('?')[0] === bare).length;
    this.asked.push(path);
    const { status = 200, body } = all[Math.min(before, all.length - 1)] as Said;
    return { status, bytes: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)) };
  }
}

const OWN = { filename: `${promptId}_00001_.png`, subfolder: 'continuist', type: 'output' };
const saved = (...images: object[]) => ({ '9': { images } });
const past = (status: object | null, outputs: object = {}) => ({ [promptId]: { status, outputs } });
const queue = (running: readonly unknown[], pending: readonly unknown[] = []) => ({
  queue_running: running,
  queue_pending: pending,
});
const standing = (histories: readonly object[], line: object = queue([])) => {
  const server = new Answering({
    [`/history/${promptId}`]: histories.map((body) => ({ body })),
    '/queue': [{ body: line }],
  });
  return standingOf(server, work).then((stands) => ({ stands, asked: server.asked }));
};

describe('a job', () => {
  it('is done with the first saved picture that bears its name, and the queue is not asked then', async () => {
    const others = [
      { ...OWN, filename: 'other_00001_.png' },
      { ...OWN, filename: `a${OWN.filename}` },
      { ...OWN, filename: promptId },
      { ...OWN, type: 'temp' },
    ];
    const { stands, asked } = await standing([
      past({ status_str: 'success', completed: true }, saved(...others, OWN, { ...OWN, subfolder: 'b' })),
    ]);
    expect(stands).toEqual({ is: 'done', image: OWN });
    expect(asked).toEqual([`/history/${promptId}`]);
  });

  it.each([
    { status_str: 'success', completed: false },
    { status_str: 'error', completed: true },
  ])('is done where either word says so, with or without a picture: %o', async (status) => {
    expect((await standing([past(status)])).stands).toEqual({ is: 'done', image: null });
    const strange = { '6': null, '7': ['a'], '8': { images: [null] } };
    const texts = { '4': { text: ['words'] }, '5': { images: 'none' }, ...strange, ...saved(OWN) };
    expect((await standing([past(status, texts)])).stands).toEqual({ is: 'done', image: OWN });
  });

  it('that somebody stopped is told from one that failed, and one that failed may have its picture', async () => {
    const status = (...messages: unknown[]) => ({ status_str: 'error', completed: false, messages });
    const started = ['execution_start', {}];
    expect((await standing([past(status(started, ['execution_interrupted', {}]))])).stands).toEqual({
      is: 'stopped',
    });
    const said = { node_id: '3', exception_message: 'out of memory' };
    const failed = status(started, ['execution_error', said]);
    expect((await standing([past(failed)])).stands).toEqual({ is: 'failed', said });
    expect((await standing([past(failed, saved(OWN))])).stands).toEqual({ is: 'done', image: OWN });
    expect((await standing([past(status(started))])).stands).toEqual({ is: 'failed', said: undefined });
    const others = status(null, [], ['alone'], ['execution_error', said, 'and more']);
    expect((await standing([past(others)])).stands).toEqual({ is: 'failed', said });
    expect((await standing([past({ ...status(), messages: null })])).stands).toMatchObject({ is: 'failed' });
  });

  it('runs, or waits behind what runs and what came earlier', async () => {
    const own = [7, promptId];
    expect((await standing([{}], queue([[1, 'other'], own]))).stands).toEqual({ is: 'running' });
    const line = queue(
      [[1, 'a']],
      [[9, 'late'], own, [3, 'early'], ['6', 'as text'], [7, 'the same number']],
    );
    expect((await standing([{}], line)).stands).toEqual({ is: 'waiting', before: 3 });
    expect((await standing([{}], queue([], [own]))).stands).toEqual({ is: 'waiting', before: 0 });
  });

  it('that neither knows is unknown, unless it ended while that was asked', async () => {
    const { stands, asked } = await standing([{}], queue([[1, 'other']], [[2, 'another']]));
    expect(stands).toEqual({ is: 'unknown' });
    expect(asked).toEqual([`/history/${promptId}`, '/queue', `/history/${promptId}`]);
    const done = past({ status_str: 'success', completed: true }, saved(OWN));
    expect((await standing([{}, done])).stands).toEqual({ is: 'done', image: OWN });
    // One that has no page for what is not over.
    const without = new Answering({ '/queue': [{ body: queue([[7, promptId]]) }] });
    expect(await standingOf(without, work)).toEqual({ is: 'running' });
    const broken = new Answering({ [`/history/${promptId}`]: [{ status: 500, body: '' }] });
    await expect(standingOf(broken, work)).rejects.toThrow(/with status 500/);
    // What has no status yet is not over.
    expect((await standing([past(null, saved(OWN))])).stands).toEqual({ is: 'unknown' });
  });
});

describe('a saved picture', () => {
  const view = (status: number) => new Answering({ '/view': [{ status, body: 'bytes' }] });

  it('is asked for by what the server calls it', async () => {
    const server = view(200);
    expect((await pictureOf(server, OWN))?.toString()).toBe('bytes');
    expect(server.asked).toEqual([`/view?filename=${OWN.filename}&subfolder=continuist&type=output`]);
    const forgotten = view(200);
    expect((await leftPicture(forgotten, work))?.toString()).toBe('bytes');
    expect(forgotten.asked).toEqual(server.asked);
  });

  it('is none where the file is gone, and strange where it is not handed out', async () => {
    expect(await pictureOf(view(404), OWN)).toBeNull();
    await expect(pictureOf(view(403), OWN)).rejects.toThrow('it does not hand out its picture (status 403)');
  });

  it.each([
    { filename: '../x.png' },
    { filename: 'a/x.png' },
    { filename: 'a\\x.png' },
    { filename: 'x..png' },
    { subfolder: '' },
    { subfolder: 'continuist/..' },
  ])('is never a path of its own: %o', async (name) => {
    const server = view(200);
    await expect(pictureOf(server, { ...OWN, ...name })).rejects.toThrow(Strange);
    await expect(pictureOf(server, { ...OWN, ...name })).rejects.toThrow('outside of the folder');
    expect(server.asked).toEqual([]);
  });
});
