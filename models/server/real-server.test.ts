/**
 * The judge against a server that is none of ours: `transformers serve`, with a tiny model that reads pictures. Runs
 * where CONTINUIST_PYTHON names a Python with testing/requirements.txt, and is skipped elsewhere.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadServerJudge } from './index.js';
import { makeCheckpoint, type RealServer, startServer } from './testing/real-server.js';

const python = process.env.CONTINUIST_PYTHON ?? '';
const SLOW = 300_000;
const questions = ['a dog', 'a red coat', 'a girl on the left'].map((text, at) => ({
  id: `claim ${at}`,
  kind: 'entity' as const,
  text,
}));

describe.runIf(python)('the judge, on transformers serve', () => {
  let folder: string;
  let file: string;
  let always: RealServer;
  let any: RealServer;
  let unsure: RealServer;
  const checkpoint = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'continuist-server-'));
    file = join(folder, 'frame.png');
    await sharp({ create: { width: 320, height: 180, channels: 3, background: '#a03020' } }).toFile(file);
    const says = { yes: 'Yes', no: 'No', unclear: 'Unclear' };
    await Promise.all(
      Object.entries(says).map(([name, word]) => makeCheckpoint(python, checkpoint(name), word)),
    );
    const home = join(folder, 'hub');
    [always, any, unsure] = await Promise.all([
      startServer(python, checkpoint('yes'), home),
      startServer(python, null, home),
      startServer(python, checkpoint('unclear'), home),
    ]);
  }, SLOW);
  afterAll(async () => {
    await Promise.all([always?.stop(), any?.stop(), unsure?.stop()]);
    await rm(folder, { recursive: true, force: true });
  });

  async function ask(server: RealServer, model: string) {
    const judge = await loadServerJudge({ servers: [{ url: server.url, model, inFlight: 2 }], key: '' });
    try {
      return await judge.judge({ file, questions, whole: 'a dog in a red coat' });
    } finally {
      await judge.close();
    }
  }

  it(
    'finds the only model by itself and takes its words for probabilities, saying so',
    async () => {
      const { answers, whole, coarse } = await ask(always, '');
      expect(answers).toEqual(questions.map(({ id }) => ({ id, p: 1, reason: '' })));
      expect(whole).toBe(1);
      expect(coarse).toBe(true);
    },
    SLOW,
  );

  it(
    'asks a server that lists no model, but loads any, by the name in the setting',
    async () => {
      const { answers, whole, coarse } = await ask(any, checkpoint('no'));
      expect(answers.map(({ p }) => p)).toEqual([0, 0, 0]);
      expect([whole, coarse]).toEqual([0, true]);
    },
    SLOW,
  );

  it(
    'judges nothing by an answer that is neither yes nor no, and says what it was',
    async () => {
      const { answers, whole } = await ask(unsure, '');
      for (const { p, reason } of answers) {
        expect(p).toBeNull();
        expect(reason).toContain('“Unclear”');
      }
      expect(whole).toBeNull();
    },
    SLOW,
  );

  it(
    'names the models of a server that has not the one asked for',
    async () => {
      await expect(ask(always, 'another')).rejects.toMatchObject({
        code: 'JUDGE_UNAVAILABLE',
        message: expect.stringContaining('it has no model “another”'),
      });
    },
    SLOW,
  );
});
