import { MEASURES_VERSION } from '@core/measures/index.js';
import { changeOf } from '@shared/commands/index.js';
import { applyDiff, MOST_EXAMPLES, type Records, type StyleExample } from '@shared/records/index.js';
import { folderWith } from '@testing/folder.js';
import { aBoard } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WrittenBoard } from '../format.js';
import { contextOf, writerContextOf } from '../testing/context.js';
import { inputOf } from '../testing/input-of.js';
import { brandStyle } from './index.js';
import { isProfile, profileIn, readProfile } from './read.js';
import { addedFrom, takeInProfile } from './take-in.js';
import { profileOf } from './write.js';

type Examples = NonNullable<WrittenBoard['brand']>['examples'];
type Example = Examples[number];

const report = {
  on: 2,
  off: 1,
  waiting: 0,
  stale: 0,
  tower: true,
  sureness: { accuracy: 0.9, low: 0.7, high: 1 },
};
const known = (features: Record<string, number[]> | null, more: Partial<Example['known']> = {}) => ({
  features,
  measures: MEASURES_VERSION,
  judge: '',
  tower: [],
  ...more,
});
const features = (values: number[]) => ({
  measures: MEASURES_VERSION,
  style: { tone: values },
  judge: '',
  tower: [],
});
const ofTake = (n: number, on: boolean, of: Example['known']): Example => ({
  on,
  takeId: `take-${n}`,
  outside: null,
  known: of,
});
const elsewhere = (on: boolean, values: number[]): Example => ({
  on,
  takeId: null,
  outside: { name: 'cover.png', preview: '', features: features(values) },
  known: known({ tone: values }),
});

const board = aBoard(3);
const named = (name: string): Records => ({ ...board, brand: { brand: { id: 'brand', name, flags: true } } });

async function written(examples: Examples, records = named('Harbour'), judge: string | null = null) {
  const notes: string[] = [];
  const context = contextOf(records, {
    brand: { report, examples },
    judge: judge ? ({ version: judge } as never) : null,
  });
  const profile = await profileOf(writerContextOf(context, {}, notes));
  return { profile, notes, text: JSON.stringify(profile) };
}

function taken(records: Records, text: string): { records: Records; told: string[] } {
  const { commands, told } = addedFrom(profileIn('brand.json', text), records);
  if (commands.length === 0) return { records, told };
  const inputs = { id: 'taken', at: 1, who: 'Ada', generator: 'none', rounds: 3 } as const;
  return { records: applyDiff(records, changeOf(records, { type: 'bulk', commands }, inputs)), told };
}

const styles = ({ styleExample }: Records) =>
  Object.values(styleExample).map(({ on, outside }) => [on, outside?.name, outside?.features.style]);

describe('a brand’s style in a file', () => {
  const examples = [
    ofTake(0, true, known({ tone: [0.1, 0.123456789] }, { judge: 'a', tower: [1, 2] })),
    elsewhere(true, [0.5]),
    ofTake(2, false, known({ tone: [0.9] }, { judge: 'b', tower: [3] })),
  ];

  it('holds the features of the examples, and comes to another board with them', async () => {
    const { profile, text, notes } = await written(examples, named('Harbour'), 'a');
    expect(notes).toEqual([]);
    expect(profile).toMatchObject({
      format: 'continuist-brand-style',
      version: 1,
      application: { name: 'continuist', version: '1.2.3' },
      name: 'Harbour',
      features: { measures: MEASURES_VERSION, judge: 'a' },
      sureness: report.sureness,
    });
    expect(profile.examples.map(({ on, name, tower }) => [on, name, tower])).toEqual([
      [true, 'shot 1', [1, 2]],
      [true, 'cover.png', []],
      // Another judge saw it.
      [false, 'shot 3', []],
    ]);
    const there = taken(board, text);
    expect(there.told).toEqual(['Examples of the brand style “Harbour” added: 2 on it and 1 off it.']);
    expect(styles(there.records)).toEqual([
      [true, 'shot 1', { tone: [0.1, 0.12346] }],
      [true, 'cover.png', { tone: [0.5] }],
      [false, 'shot 3', { tone: [0.9] }],
    ]);
    expect(there.records.brand.brand?.name).toBe('Harbour');
    expect(Object.values(there.records.styleExample)[0]?.outside?.features).toMatchObject({
      measures: MEASURES_VERSION,
      judge: 'a',
    });
  });

  it('comes once, however often, and leaves a name that the artist gave', async () => {
    const { text } = await written(examples);
    const once = taken(named('Mine'), text).records;
    const again = taken(once, text);
    expect(again.records).toBe(once);
    expect(again.told).toEqual(['No example of the brand style “Harbour” was added.', 'There already: 3.']);
    expect(once.brand.brand?.name).toBe('Mine');
  });

  it('leaves out what was not measured, or otherwise, and says so; without any example there is none', async () => {
    const old = ofTake(1, true, known({ tone: [0.3] }, { measures: MEASURES_VERSION - 1 }));
    const { profile, notes } = await written([...examples, ofTake(1, true, known(null)), old]);
    expect(profile.examples).toHaveLength(3);
    expect(notes).toEqual(['2 examples were left out: not measured yet, or by another version.']);
    await expect(written([old])).rejects.toMatchObject({ code: 'NO_EXAMPLES' });
    await expect(written([])).rejects.toMatchObject({ code: 'NO_EXAMPLES' });
  });

  it('is written as it is read', async () => {
    const context = contextOf(named('Harbour'), { brand: { report, examples } });
    const { write } = brandStyle;
    if (write?.makes !== 'file') throw new Error('a brand style is one file');
    const bytes = await write.bytes(writerContextOf(context));
    const folder = await folderWith({ 'style.json': bytes, 'shots.json': '[]' });
    expect(await readProfile(`${folder}/style.json`)).toEqual((await written(examples)).profile);
    await expect(readProfile(`${folder}/shots.json`)).rejects.toMatchObject({
      code: 'BAD_FILE',
      message: expect.stringContaining('shots.json holds no brand style'),
    });
  });

  it('gives its name to a storyboard that has none, with an example and not without', async () => {
    const { text } = await written(examples);
    const nameless = (await written(examples, named(''))).text;
    expect(taken(named(''), text).records.brand.brand?.name).toBe('Harbour');
    const there = taken(named(''), nameless);
    expect(there.told[0]).toBe('Examples of a brand style added: 2 on it and 1 off it.');
    expect(there.records.brand).toEqual(named('').brand);
    // All its examples are there already.
    expect(taken(there.records, text).records).toBe(there.records);
    const unnamed: Records = { ...board, brand: {} };
    expect(addedFrom(profileIn('b.json', nameless), unnamed).commands).toHaveLength(3);
  });

  it('says of which shot an example is where its picture is gone', async () => {
    const gone: Example = { ...ofTake(0, true, known({ tone: [0.1] })), takeId: 'gone' };
    expect((await written([gone])).profile.examples.map(({ name }) => name)).toEqual(['shot ?']);
  });

  it('takes as many as there is room for', async () => {
    const full = Object.fromEntries(
      Array.from({ length: MOST_EXAMPLES - 1 }, (_, at): [string, StyleExample] => [
        `e${at}`,
        {
          id: `e${at}`,
          on: true,
          takeId: null,
          outside: { name: '', preview: '', features: features([at]) },
          createdAt: 0,
        },
      ]),
    );
    const { told, records } = taken({ ...board, styleExample: full }, (await written(examples)).text);
    expect(Object.keys(records.styleExample)).toHaveLength(MOST_EXAMPLES);
    expect(told.at(-1)).toBe('No room for 2 more.');
  });

  it('is read back as it was written, whatever is in it', async () => {
    const example = fc.tuple(
      fc.boolean(),
      fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { maxLength: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(example, { minLength: 1, maxLength: 6 }),
        fc.string({ maxLength: 40 }),
        async (all, name) => {
          const { profile, text } = await written(
            all.map(([on, values]) => elsewhere(on, values)),
            named(name),
          );
          expect(profileIn('brand.json', text)).toEqual(JSON.parse(text));
          const { records } = taken(board, text);
          const again = taken(records, text);
          expect(again.records).toBe(records);
          expect(profile.examples.length).toBeGreaterThanOrEqual(Object.keys(records.styleExample).length);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('what is no brand style of this version', () => {
  const refused = (text: string) => {
    try {
      profileIn('brand.json', text);
    } catch (thrown) {
      return thrown;
    }
    return null;
  };

  it('says so, and adds nothing', async () => {
    const { profile } = await written([elsewhere(true, [0.5])]);
    const changed = (change: object) => JSON.stringify({ ...profile, ...change });
    expect(refused(changed({ features: { measures: MEASURES_VERSION + 1, judge: '' } }))).toMatchObject({
      code: 'PROFILE_DIFFERS',
      detail: `brand.json was measured by version ${MEASURES_VERSION + 1}, here it is version ${MEASURES_VERSION}`,
    });
    expect(refused(changed({ version: 2, examples: 'another form' }))).toMatchObject({
      code: 'PROFILE_DIFFERS',
      detail: 'brand.json has version 2, here 1 is read',
    });
    expect(refused(changed({ version: '2' }))).toMatchObject({
      code: 'BAD_FILE',
      data: { field: 'version' },
    });
    expect(refused(changed({ features: { measures: 'old', judge: '' } }))).toMatchObject({
      code: 'BAD_FILE',
      data: { field: 'features.measures' },
    });
    expect(refused(changed({ examples: [{ on: 'yes' }] }))).toMatchObject({
      code: 'BAD_FILE',
      data: { field: 'examples[0].on' },
    });
    expect(refused('{"format": "continuist-brand-style", ')).toMatchObject({ code: 'BAD_FILE' });
    for (const value of ['null', '7', '[]', '{}']) expect(refused(value)).toMatchObject({ code: 'BAD_FILE' });
  });

  it('is known by its first word, so that other files are opened as they were', async () => {
    const is = (name: string, text: string) => isProfile(inputOf(name, Buffer.from(text)));
    expect(await is('a.json', '\n{ "format" : "continuist-brand-style" ...')).toBe(true);
    expect(await is('a.txt', '{"format":"continuist-brand-style"}')).toBe(false);
    expect(await is('a.json', '{"format":"continuist-comments"}')).toBe(false);
    const folder = await folderWith({
      'shots.json': '[]',
      'b.json': JSON.stringify((await written([elsewhere(true, [1])])).profile),
    });
    const ran: unknown[] = [];
    const open = { board: { review: { records: board } }, run: (sent: unknown) => void ran.push(sent) };
    expect(await takeInProfile(`${folder}/shots.json`, open)).toBeNull();
    expect(ran).toEqual([]);
    expect(await takeInProfile(`${folder}/b.json`, open)).toHaveLength(1);
    expect(ran).toHaveLength(1);
    const outside = elsewhere(true, [1]).outside;
    const there = { a: { id: 'a', on: true, takeId: null, outside, createdAt: 0 } };
    const again = { ...open, board: { review: { records: { ...board, styleExample: there } as Records } } };
    expect(await takeInProfile(`${folder}/b.json`, again)).toContain('There already: 1.');
    expect(ran).toHaveLength(1);
  });
});
