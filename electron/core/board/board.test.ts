/** One storyboard opened from a real folder, with its real review file. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { descriptionReader } from '@core/claims/index.js';
import type { FoundStoryboard, ImportedStoryboard } from '@core/formats/index.js';
import { MEASURES_VERSION } from '@core/measures/index.js';
import type { DerivedChange } from '@shared/derived-change.js';
import { shown } from '@shared/sighting.js';
import { codeOf } from '@testing/code-of.js';
import { folderWith } from '@testing/folder.js';
import { aJudge } from '@testing/judge.js';
import { plainPng } from '@testing/pictures.js';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openBoard } from './index.js';
import { seenMeasures } from './sight.js';
import { someMeasures } from './testing/drawn-changes.js';

const picture = (path: string, more: object = {}) => ({
  path,
  prompt: 'a girl, ink',
  negativePrompt: 'text',
  seed: '7',
  settings: { steps: 20 },
  made: null,
  selected: false,
  ...more,
});

/** Three shots: one with two takes, the second of which is selected; one with a picture that is gone; one with none. */
const imported = (folder: string): ImportedStoryboard =>
  ({
    folder,
    title: 'Harbour',
    source: { kind: 'pipeline', name: 'harbour', format: 'story-pipeline' },
    styleBrief: 'ink drawing',
    characters: [{ name: 'Mira', description: 'a girl in a red coat' }],
    shots: [
      {
        number: '1a',
        scene: 'Pier',
        description: 'Mira waits.',
        duration: 2.5,
        takes: [picture('1.png'), picture('2.png', { selected: true, prompt: 'a girl, gouache' })],
      },
      { number: '2', scene: null, description: 'A fox.', duration: null, takes: [picture('gone.png')] },
      { number: '3', scene: null, description: 'A dog.', duration: null, takes: [picture('broken.png')] },
    ],
    skipped: [{ name: 'notes.txt', reason: 'no picture' }],
  }) as unknown as ImportedStoryboard;

async function open(before?: string) {
  const folder =
    before ??
    (await folderWith({
      '1.png': await plainPng(),
      '2.png': Buffer.concat([await plainPng(), Buffer.from('2')]),
      'broken.png': 'no picture',
    }));
  let reads = 0;
  const found: FoundStoryboard = {
    folder,
    source: null,
    match: async () => null,
    read: async () => {
      reads++;
      return imported(folder);
    },
  };
  const board = await openBoard(found, {
    dataFolder: join(folder, 'data'),
    cacheFolder: join(folder, 'cache'),
    settings: () => ({ artist: '', generator: 'none', rounds: 3 }),
    log: (thrown) => expect.fail(`${thrown}`),
  });
  let isOpen = true;
  const close = () => {
    if (isOpen) board.close();
    isOpen = false;
  };
  onTestFinished(close);
  const takes = board.takesInOrder();
  const [first, second] = takes;
  if (!first || !second) throw new Error('no takes');
  return { folder, board, takes, first, second, close, reads: () => reads };
}
type Opened = Awaited<ReturnType<typeof open>>;

it('is what the source says, with the selected take as the pick', async () => {
  const { board, takes, reads } = await open();
  const { storyboard } = board.review.records;
  expect(Object.values(storyboard)).toMatchObject([
    { title: 'Harbour', styleBrief: 'ink drawing', source: { name: 'harbour' } },
  ]);
  expect(board.sourceName).toBe('harbour');
  expect(takes.map(({ path }) => path)).toEqual(['2.png', 'broken.png', '1.png']);
  expect(board.shots).toMatchObject([
    {
      number: '1a',
      position: 0,
      scene: 'Pier',
      duration: 2.5,
      prompt: 'a girl, gouache',
      pickId: takes[0]?.id,
    },
    { number: '2', position: 1, prompt: 'A fox.', negativePrompt: '', pickId: null },
    { number: '3', position: 2, prompt: 'a girl, ink', negativePrompt: 'text', pickId: takes[1]?.id },
  ]);
  expect(takes[0]).toMatchObject({ width: 8, height: 8, round: 0, seed: '7', unreadable: null });
  expect(takes[1]?.unreadable).toEqual(expect.any(String));
  expect(reads()).toBe(1);
  const texts = board.claimsOf(board.shots[0]?.id ?? '').map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['a girl', 'a girl in a red coat', 'an ink drawing']));
  await board.pictures;
});

it('says which pictures were left out', async () => {
  const { board } = await open();
  expect(board.review.skipped.map(({ name }) => name)).toEqual(['notes.txt', 'gone.png']);
});

it('is read from its review the second time, with what was made of it', async () => {
  const { folder, board, close } = await open();
  const [shot] = board.shots;
  board.review.run({ id: 'a', at: 1, command: { type: 'set-note', shotId: shot?.id ?? '', note: 'fog' } });
  close();
  const again = await open(folder);
  expect(again.reads()).toBe(0);
  expect(again.board.shots[0]?.note).toBe('fog');
});

it('has its descriptions read before it opens, and not again where its claims are known', async () => {
  const prepare = vi.spyOn(descriptionReader, 'prepare');
  onTestFinished(() => prepare.mockRestore());
  const { folder, board, close } = await open();
  const isRead = () => prepare.mock.calls.some(([texts]) => JSON.stringify(texts).includes('Mira waits.'));
  expect(isRead()).toBe(true);
  const claims = board.review.records.claim;
  close();
  prepare.mockClear();
  const again = await open(folder);
  expect([isRead(), again.board.review.records.claim]).toEqual([false, claims]);
});

it('names what it does not have, and pictures that are gone', async () => {
  const { board, first, folder } = await open();
  expect(board.take(first.id)).toBe(first);
  expect(board.shot(first.shotId).number).toBe('1a');
  expect(codeOf(() => board.take('x'))).toBe('NOT_FOUND');
  expect(codeOf(() => board.shot('x'))).toBe('NOT_FOUND');
  expect(await board.fileOf(first)).toBe(join(folder, '2.png'));
  const unknown = { ...first, sha256: 'f'.repeat(64), path: 'frames/lost.png' };
  const gone = { code: 'IMAGE_MISSING', message: expect.stringMatching(/: lost\.png$/) };
  await expect(board.fileOf(unknown)).rejects.toMatchObject(gone);
  // A review may name any file: what is exported or sent is the take's picture, by its content.
  board.assets.remember(unknown.sha256, join(folder, '2.png'));
  await expect(board.fileOf(unknown)).rejects.toMatchObject({ code: 'IMAGE_MISSING' });
  await rm(join(folder, '2.png'));
});

const JUDGE = aJudge('1');
/** Everything is seen as it should be, but for `missed`. */
const answers = ({ board }: Opened, missed: string) =>
  Object.fromEntries(
    Object.values(board.review.records.claim).map(({ kind, text }) => [
      `${kind}: ${text}`,
      { p: text === missed ? 0.05 : 0.95, reason: '' },
    ]),
  );
function judge(opened: Opened, missed: string, take = opened.first) {
  opened.board.measured(take, someMeasures(4));
  opened.board.judged(take, {
    judge: JUDGE.id,
    judgeVersion: JUDGE.version,
    answers: answers(opened, missed),
    whole: { [opened.board.shot(take.shotId).description]: 0.9 },
    features: [1, 0],
    milliseconds: 3,
    coarse: false,
    at: 0,
  });
}

it('works out what follows from what a judge says, and tells it', async () => {
  const opened = await open();
  const { board, first } = opened;
  const told: DerivedChange[] = [];
  const forget = board.onDerived((change) => told.push(change));
  board.adoptJudge(JUDGE);
  await board.seen();
  expect([board.isWaiting(first.id), board.waiting.has(first.id)]).toEqual([true, true]);
  judge(opened, 'a girl in a red coat');
  expect(board.judgement(first)?.features).toEqual([1, 0]);
  expect(board.measures(first)?.width).toBe(640);
  await board.found();
  expect(board.findingsOf(first.shotId).map(({ kind }) => kind)).toEqual(['attribute-drift']);
  await board.settled();
  expect(board.isWaiting(first.id)).toBe(false);
  expect(board.analysis(first.id)?.state).toBe('done');
  expect(board.soFar).toEqual(board.derived);
  const findings = Object.assign({}, ...told.map((change) => change.findings));
  expect(findings[first.shotId]).toEqual(board.findingsOf(first.shotId));
  const words = () => board.suggestionFor(first.shotId)?.prompt;
  const plain = words();
  board.adoptCapabilities(['txt2img', 'seed', 'negative', 'weights']);
  await board.settled();
  expect(words()).toContain('red coat');
  // Such a generator can be told what weighs more.
  expect([plain?.includes(':1.'), words()?.includes(':1.')]).toEqual([false, true]);
  const asPick = await board.asPick(first);
  expect(asPick).toEqual({ analysis: board.analysis(first.id), findings: board.findingsOf(first.shotId) });
  forget();
  const before = told.length;
  judge(opened, 'a girl');
  await board.settled();
  expect(told).toHaveLength(before);
  expect(board.derived.findings.map(({ kind }) => kind)).toContain('missing-character');
});

it('says of a take that it is looked at, and what went wrong until it is looked at again', async () => {
  const { board, first, second } = await open();
  const state = async () => {
    await board.settled();
    return [board.analysis(first.id)?.state, board.isRunning(first.id), board.isFailed(first)];
  };
  expect(board.isFailed(second), 'broken.png').toBe(true);
  expect(await state()).toEqual(['waiting', false, false]);
  board.begin(first);
  expect(await state()).toEqual(['running', true, false]);
  board.fail(first, { of: 'judge', message: 'It stopped.', hint: 'Try again.' });
  board.finish(first);
  expect(await state()).toEqual(['failed', false, true]);
  expect(board.analysis(first.id)?.error).toBe('It stopped. Try again.');
  board.begin(first);
  board.finish(first);
  expect(await state()).toEqual(['waiting', false, false]);
});

it('tells which takes have something new asked of them, and nothing once nobody listens', async () => {
  const { board, first } = await open();
  board.adoptJudge(JUDGE);
  await board.settled();
  const asked: string[] = [];
  const forget = board.onAsked((takeIds) => asked.push(...takeIds));
  const ask = async (id: string, text: string) => {
    const command = { type: 'add-claim', shotId: first.shotId, kind: 'entity', text } as const;
    board.review.run({ id, at: 1, command });
    await board.settled();
  };
  await ask('a', 'a whale');
  expect(asked).toContain(first.id);
  forget();
  asked.length = 0;
  await ask('b', 'a shark');
  expect(asked).toEqual([]);
});

it('hears a judge anew only where that changes what follows', async () => {
  const opened = await open();
  const { board, first } = opened;
  expect([board.judge, board.judgement(first)]).toEqual([null, null]);
  board.adoptJudge(JUDGE);
  judge(opened, 'a girl in a red coat');
  await board.settled();
  const told: DerivedChange[] = [];
  board.onDerived((change) => told.push(change));
  await board.settled();
  told.length = 0;
  board.adoptJudge({ ...JUDGE, name: 'Another name' });
  await board.settled();
  expect([told, board.judge?.name]).toEqual([[], 'Another name']);
  board.adoptJudge(aJudge('2'));
  await board.settled();
  expect(board.judgement(first)).toBeNull();
  expect(told.length).toBeGreaterThan(0);
});

it('shows what the judge said when it was last there, until it is there and says otherwise', async () => {
  const opened = await open();
  const { board, first } = opened;
  board.adoptJudge(JUDGE);
  judge(opened, 'a girl in a red coat');
  await board.settled();
  const said = board.analysis(first.id);
  opened.close();
  const again = await open(opened.folder);
  again.board.expectJudge(JUDGE);
  await again.board.settled();
  expect(again.board.analysis(first.id)).toEqual(said);
  expect(again.board.findingsOf(first.shotId).map(({ kind }) => kind)).toEqual(['attribute-drift']);
  again.board.adoptJudge(aJudge('2'));
  await again.board.settled();
  expect(again.board.analysis(first.id)?.state).toBe('waiting');
});

it('says nothing of a judged picture before its judge is there, or is given up', async () => {
  const opened = await open();
  judge(opened, 'a girl');
  opened.close();
  const { board, first, second } = await open(opened.folder);
  board.expectJudge(null);
  await board.settled();
  expect([board.analysis(first.id), board.analysis(second.id)?.state]).toEqual([null, 'unreadable']);
  board.giveUpJudge();
  await board.settled();
  expect(board.analysis(first.id)?.state).toBe('waiting');
  board.expectJudge(null);
  board.adoptJudge(JUDGE);
  await board.settled();
  expect(board.analysis(first.id)?.state).toBe('done');
});

it('knows of a picture whether its writing was read, and of none that is not there', async () => {
  const { board, first } = await open();
  expect([board.isUnread(first.id), board.isUnread('gone'), board.verdictsOf('gone')]).toEqual([
    false,
    false,
    [],
  ]);
  const measures = someMeasures(4);
  for (const known of [measures, { ...measures, writing: [] }]) {
    board.measured(first, known);
    await board.seen();
    expect(board.isUnread(first.id)).toBe(known === measures);
  }
});

it('keeps what its judge’s word is worth, and scores by a brand that is given', async () => {
  const { board } = await open();
  const word = { ...board.word, usual: new Map([['place', 0.9]]) } as typeof board.word;
  board.adoptWord(word);
  expect(board.word).toBe(word);
  expect(await board.brandLearned()).toMatchObject({ on: 0, off: 0 });
  const examples = [0, 1, 2, 3].map((n) => ({
    on: n < 3,
    features: seenMeasures(someMeasures(n)).features,
    measures: MEASURES_VERSION,
    judge: '',
    tower: [],
  }));
  board.giveBrand(examples);
  expect(await board.brandLearned()).toMatchObject({ on: 3, off: 1 });
  board.giveBrand(null);
  expect(await board.brandLearned()).toMatchObject({ on: 0, off: 0 });
});

it('shows nothing of a picture of which its eye can say nothing', async () => {
  const { board, first } = await open();
  const labels = ['girl'];
  board.sighted(first, {
    eye: 'storybook',
    eyeVersion: 'v1',
    labels,
    unknown: labels,
    vectors: [],
    detections: [],
  });
  expect([board.sighting(first)?.labels, board.spottedIn(first)]).toEqual([labels, null]);
});

it('shows boxes as the artist corrected them, for that take and under every noun, until what the eye saw counts again', async () => {
  const { board, first, second } = await open();
  const region = (x: number) => ({ x, y: 0, width: 0.2, height: 0.5 });
  const seen = (label: string) => ({ label, region: region(0), confidence: 0.9 });
  const labels = ['girl', 'dog', 'person'];
  const sighting = { eye: 'storybook', eyeVersion: 'v1', labels, unknown: [], vectors: [] };
  for (const take of [first, second]) {
    expect([board.spottedIn(take), board.boxesIn(take)]).toEqual([null, null]);
    expect(board.seenOn(board.shot(take.shotId))).toBeNull();
    board.sighted(take, { ...sighting, detections: [seen('girl'), seen('person')] });
  }
  const boxes = [{ label: 'old man', also: [], region: region(0.5) }];
  board.review.run({ id: 'b', at: 1, command: { type: 'correct-boxes', takeId: first.id, labels, boxes } });
  const by = (label: string) => ({ label, region: region(0.5), confidence: 1 });
  expect(board.spottedIn(first)).toMatchObject({
    detections: [by('old man')],
    isDrawn: true,
    isCorrected: true,
  });
  expect(shown('person', board.boxesIn(first))).toEqual([by('person')]);
  expect(shown('girl', board.boxesIn(first))).toEqual([]);
  expect(board.spottedIn(second)?.detections).toEqual([seen('girl')]);
  const corrected = { eye: null, boxes: [by('old man')], resemblances: [] };
  const left = { eye: 'storybook v1', boxes: [seen('girl')], resemblances: [] };
  expect(board.shots.map((shot) => board.seenOn(shot))).toEqual([corrected, null, left]);
  board.measured(first, someMeasures(1));
  expect(board.derived.analyses[first.id]?.composition?.subject?.label).toBe('old man');
  board.review.undo();
  expect(board.derived.analyses[first.id]?.composition?.subject?.label).toBe('girl');
  expect(board.spottedIn(first)?.detections).toEqual([seen('girl')]);
});
