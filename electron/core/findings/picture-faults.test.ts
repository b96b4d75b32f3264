/** By numbers; `pictures.test.ts` holds that real pictures give such numbers. */
import type { FrameStyle } from '@core/measures/index.js';
import type { Measure } from '@shared/analysis.js';
import { describe, expect, it } from 'vitest';
import { type Frame, findingsOfFrame } from './index.js';
import { boardOf, found, frameOf } from './testing/story.js';
import { wholeBoard } from './testing/whole-board.js';

const QUALITY = { blur: 1.5, noise: 2, blockiness: 0.1, clippedLow: 0, clippedHigh: 0, colourRange: 40 };

const picture = (id: string, quality: Partial<typeof QUALITY> = {}, description = ''): Frame => ({
  ...frameOf(description, { id }),
  measures: {
    quality: { ...QUALITY, ...quality },
    style: {},
    hash: '0'.repeat(16),
    palette: [],
    width: 640,
    height: 360,
  },
});

const flagged = (name: string, z: number | null, value = 5): Measure => ({
  name,
  value,
  unit: '',
  z,
  flagged: true,
});

describe('faults of the picture itself', () => {
  it.each<[measure: string, kind: string, gravely: number, sentence: string, detail: string]>([
    [
      'blur',
      'blur',
      8,
      'The whole picture is blurred, even where it is sharpest.',
      'edge width in px 5.0, board 1.5',
    ],
    ['noise', 'noise', 10, 'There is noise all over the picture.', 'noise in levels 5.0, board 2.0'],
    [
      'blockiness',
      'compression',
      12,
      'The picture is broken into small square blocks, as strong compression leaves them.',
      'blockiness 5.00, board 0.10',
    ],
    [
      'banding',
      'banding',
      15,
      'Smooth passages are broken into bands of a single colour, like steps in the sky.',
      'share of stepped passages in % 5.0, board 0.0',
    ],
    [
      'loneLevels',
      'banding',
      25,
      'Smooth passages are broken into bands of a single colour, like steps in the sky.',
      'share of tones without any between them 5.00, board 0.00',
    ],
    [
      'ringing',
      'ringing',
      8,
      'Edges have light and dark outlines, as if the picture had been sharpened too much.',
      'overshoot at edges in % 5, board 0',
    ],
    [
      'upscaling',
      'upscaling',
      15,
      'The picture looks enlarged from a smaller one: its edges are soft and fine detail is missing.',
      'traces of enlargement 5.0, board 0.0',
    ],
    [
      'seamStrength',
      'seam',
      9,
      'A straight line runs through the whole picture, as where two tiles meet that do not quite fit.',
      'signs of a seam along one line 5.0, board 0.0',
    ],
    [
      'border',
      'border',
      10,
      'The picture has bars or a frame around it that the other shots do not have.',
      'share of the picture in bars 5.00, board 0.00',
    ],
    [
      'clippedLow',
      'exposure',
      10,
      'Much of the picture is pure black.',
      'share of pure black 5.00, board 0.00',
    ],
    [
      'clippedHigh',
      'exposure',
      10,
      'Much of the picture is blown out to white.',
      'share of pure white 5.00, board 0.00',
    ],
  ])('%s: %s, grave from z %d on', (measure, kind, gravely, message, detail) => {
    const frame = picture('1');
    const others = [picture('2'), picture('3')];
    const of = (z: number | null) => found(frame, { others, quality: [flagged(measure, z)] });
    expect(of(gravely)).toMatchObject([{ kind, severity: 'high', key: `${kind}:1`, message }]);
    expect(of(-gravely)).toMatchObject([{ severity: 'high' }]);
    expect(of(gravely - 0.1)).toMatchObject([{ severity: 'medium' }]);
    expect(of(null)).toMatchObject([{ severity: 'medium', claimIds: [], factId: null, dismissed: false }]);
    expect(of(1)[0]?.evidence).toEqual({
      items: [
        { shotId: '1', takeId: 't1', label: detail.replace(/ [\d.]+, .*/, ''), value: 5, region: null },
      ],
      detail,
    });
  });

  it('holds a frame against the middle of the board, unmeasured shots aside', () => {
    const others = [picture('2', { noise: 4 }), picture('3', { noise: 6 }), frameOf('', { id: '4' })];
    const quality = [flagged('noise', 4)];
    expect(found(picture('1'), { others, quality })[0]?.evidence.detail).toBe(
      'noise in levels 5.0, board 4.0',
    );
    expect(boardOf(picture('1'), { others }).usual('noise')).toBe(4);
  });

  it('says of a blank picture nothing else, and of one exposure one thing', () => {
    const quality = [flagged('colourRange', null, 1), flagged('noise', 20), flagged('clippedLow', 20)];
    expect(found(picture('1'), { quality })).toMatchObject([
      { kind: 'flat-frame', severity: 'high', message: 'This picture is blank, or nearly so.' },
    ]);
    const both = [flagged('clippedHigh', 20), flagged('clippedLow', 20)];
    expect(found(picture('1'), { quality: both }).map(({ message }) => message)).toEqual([
      'Much of the picture is pure black.',
    ]);
  });

  it('says nothing of measures that are not flagged or have no name for a fault', () => {
    const quality = [{ ...flagged('blur', 20), flagged: false }, flagged('saturation', 20)];
    expect(found(picture('1'), { quality })).toEqual([]);
  });
});

describe('a picture that is there twice', () => {
  /** A gradient with a mark, as the layout of a picture. */
  const layout = (mark: number): number[] =>
    Array.from({ length: 48 * 48 }, (_, i) => (i % 48) * 4 + (Math.abs((i % 48) - mark) < 4 ? 90 : 0));
  const shown = (id: string, mark: number, more: Partial<typeof QUALITY> = {}, description = ''): Frame => {
    const frame = picture(id, more, description);
    return { ...frame, measures: frame.measures && { ...frame.measures, style: { layout: layout(mark) } } };
  };

  it('is found on the later shot, with the earlier beside it', () => {
    const [first, second] = [shown('7a', 12), shown('9', 12)];
    const board = wholeBoard({ frames: [first, second], facts: {}, quality: {}, style: {} });
    expect(findingsOfFrame(first, board)).toEqual([]);
    expect(findingsOfFrame(second, board)).toEqual([
      {
        key: 'near-duplicate:9:7a',
        kind: 'near-duplicate',
        severity: 'medium',
        shotId: '9',
        takeId: 't9',
        message: 'This is nearly the same picture as shot 7a.',
        claimIds: [],
        factId: null,
        evidence: {
          items: [
            { shotId: '9', takeId: 't9', label: 'shot 9', value: expect.closeTo(1), region: null },
            { shotId: '7a', takeId: 't7a', label: 'shot 7a', value: expect.closeTo(1), region: null },
          ],
          detail: 'likeness 1.000, 0 of 64 hash bits differ',
        },
        dismissed: false,
      },
    ]);
  });

  it('is no copy where it shows nothing, or was meant to show nothing', () => {
    const board = (more: Partial<typeof QUALITY>, description = '') =>
      boardOf(shown('1', 12, more), { others: [shown('2', 12, more, description)] });
    const original = (more: Partial<typeof QUALITY>, description = '') =>
      board(more, description).originalOf(shown('2', 12));
    expect(original({ colourRange: 5 })).toMatchObject({ number: '1' });
    expect(original({ colourRange: 4.9 })).toBeNull();
    expect(original({}, 'A black screen.')).toBeNull();
  });
});

describe('a frame in a foreign style', () => {
  const group = (name: string, z: number, leaves = true): Measure => ({
    name,
    value: 1,
    unit: 'spreads',
    z,
    flagged: leaves,
  });
  const style = (measures: Measure[], words: string[] = [], isFlagged = true): FrameStyle => ({
    score: 0.2,
    measures,
    flagged: isFlagged,
    difference: { detail: 'line leaves: share 1, board 2', words },
  });
  const say = (of: FrameStyle, description = 'A girl walks.', quality: Measure[] = []) =>
    found(picture('1', {}, description), { style: of, quality });

  it('is said in words, with the numbers below', () => {
    const words = ['fewer hard lines', 'less grain'];
    expect(say(style([group('line', 6), group('colour', 1, false)], words))).toEqual([
      {
        key: 'style-drift:1',
        kind: 'style-drift',
        severity: 'medium',
        shotId: '1',
        takeId: 't1',
        message:
          'This shot looks drawn in another style: it has fewer hard lines and less grain than the other shots.',
        claimIds: [],
        factId: null,
        evidence: {
          items: [
            { shotId: '1', takeId: 't1', label: 'line, away from the other shots', value: 6, region: null },
          ],
          detail: 'line leaves: share 1, board 2',
        },
        dismissed: false,
      },
    ]);
  });

  it('is one of colour where only colours leave', () => {
    expect(say(style([group('colour', 6), group('saturation', 5)], ['paler colours']))[0]?.message).toBe(
      'This shot is coloured in another way: it has paler colours than the other shots.',
    );
    expect(say(style([group('vision', 9)]))[0]?.message).toBe('This shot looks drawn in another style.');
  });

  it('is said by the sign that tells how it left, where one does', () => {
    const signed = style([group('colour', 6)], ['paler colours']);
    const of = (name: string, words: string): FrameStyle => ({
      ...signed,
      difference: { detail: '', words: ['paler colours'], sign: { name, words } },
    });
    expect(say(of('few-tones', 'it has only a few tones, like a poster'))[0]?.message).toBe(
      'This shot has left the style of the others: it has only a few tones, like a poster.',
    );
    const faded = of('faded', 'it is faded');
    expect(say(faded)).toHaveLength(1);
    for (const weather of ['A girl walks in the rain.', 'A misty field.', 'A field of snow.'])
      expect(say(faded, weather)).toEqual([]);
    expect(say(of('turned', 'its hues are shifted'), 'A girl walks in the rain.')).toHaveLength(1);
  });

  it('is grave from ten spreads on', () => {
    expect(say(style([group('line', 9.9)]))[0]?.severity).toBe('medium');
    expect(say(style([group('line', 3), group('grain', 10)]))[0]?.severity).toBe('high');
  });

  it('shows the furthest group where none leaves alone', () => {
    const shownBy = (of: FrameStyle) => say(of)[0]?.evidence.items.map(({ label }) => label.split(',')[0]);
    const together = style([group('line', 1, false), group('grain', 1, false)]);
    expect(shownBy(together)).toEqual(['line']);
    // Nor is it one of colour then.
    expect(say(together)[0]?.message).toBe('This shot looks drawn in another style.');
    expect(shownBy(style([group('line', 1, false), group('grain', 6), group('colour', 6)]))).toEqual([
      'grain',
      'colour',
    ]);
  });

  it('is said beside another fault of the picture, but not where there are no colours left to compare', () => {
    const drawn = style([group('colour', 6), group('vision', 6)]);
    const beside = (name: string) => say(drawn, 'A girl walks.', [flagged(name, 20)]).map(({ kind }) => kind);
    expect(beside('noise')).toEqual(['noise', 'style-drift']);
    expect(beside('blur')).toEqual(['blur', 'style-drift']);
    expect(beside('clippedLow')).toEqual(['exposure']);
    expect(beside('clippedHigh')).toEqual(['exposure']);
    expect(beside('colourRange')).toEqual(['flat-frame']);
  });

  it('is not said where it was asked for', () => {
    const drawn = style([group('line', 6), group('texture', 6)]);
    expect(say(style([], [], false))).toEqual([]);
    for (const asked of ['A girl, soft focus.', 'A girl, grainy film.', 'Snow falls on a girl.']) {
      expect(say(drawn, asked)).toEqual([]);
      expect(say(style([group('line', 6), group('colour', 6)]), asked)).toHaveLength(1);
      expect(say(style([group('saturation', 6)]), asked)).toHaveLength(1);
    }
  });
});

it('names a picture that cannot be read, why, and what to do; one at which the judge failed is no bad picture', () => {
  const good = frameOf('A girl.', { sees: { 'a girl': 0.05 } });
  const failure = (of: 'picture' | 'judge') =>
    ({ of, message: 'The file ends early.', hint: 'Replace it.' }) as const;
  expect(found({ ...good, failure: failure('judge') })).toEqual(found(good));
  expect(found({ ...good, failure: failure('picture') })).toMatchObject([
    { kind: 'missing-character' },
    {
      kind: 'unreadable',
      severity: 'high',
      key: 'unreadable:1',
      claimIds: [],
      message: 'The file ends early.',
      evidence: { items: [], detail: 'Replace it.' },
    },
  ]);
});
