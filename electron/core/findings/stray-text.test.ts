import type { Writing } from '@shared/analysis.js';
import { aClaim } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { found, frameOf } from './testing/story.js';

const line = (text: string, x: number, y: number, more: Partial<Writing> = {}): Writing => ({
  text,
  confidence: 0.95,
  region: { x, y, width: 0.15, height: 0.05 },
  ...more,
});
const MIDDLE = [0.4, 0.4] as const;
const CORNER = [0.8, 0.93] as const;
const shown = (description: string, writing: readonly Writing[], id = '1', prompt = '') => {
  const frame = frameOf(description, { id });
  return { ...frame, take: { ...frame.take, prompt }, writing };
};
const said = (...of: Parameters<typeof found>) =>
  found(...of).flatMap(({ kind, message }) => (kind === 'stray-text' ? [message] : []));

describe('writing in a picture', () => {
  it('is found where nothing asks for it, with its place', () => {
    const frame = shown('A girl in a forest.', [line('GRAND', ...MIDDLE), line('ad', 0.1, 0.1)]);
    const [finding] = found(frame).filter(({ kind }) => kind === 'stray-text');
    expect(finding).toMatchObject({
      message: '“GRAND” is written in this picture, and nothing asks for writing.',
      severity: 'medium',
      evidence: {
        items: [{ region: frame.writing[0]?.region, label: '“GRAND”' }],
        detail: '1 line read, letters 0.95 sure',
      },
    });
    expect(finding?.key).toBe('stray-text:1:text');
  });

  it('is named by its largest line', () => {
    const large = line('HOTEL', 0.4, 0.5, { region: { x: 0.4, y: 0.5, width: 0.2, height: 0.1 } });
    const frame = shown('A girl in a forest.', [line('GRAND', ...MIDDLE), large, line('CAFE', 0.4, 0.7)]);
    expect(found(frame).find(({ kind }) => kind === 'stray-text')?.evidence).toMatchObject({
      items: [{ label: '“HOTEL”' }],
      detail: '3 lines read, letters 0.95 sure',
    });
  });

  it.each([
    ['a sign asks for it', 'A girl beside a sign.', ''],
    ['words are quoted', 'A board with “HOTEL” on it.', ''],
    ['it is a title card', 'Title card.', ''],
    ['it stands where writing belongs', 'A girl in front of a bakery.', ''],
    ['the prompt asks for it', 'A girl in a forest.', 'a girl, lettering'],
  ])('is none where %s', (_why, description, prompt) => {
    expect(said(shown(description, [line('GRAND CAFE', ...MIDDLE)], '1', prompt))).toEqual([]);
  });

  it('is none where a claim asks for words, and is where one asks for none', () => {
    const asking = (negated: boolean) => {
      const asked = { ...aClaim(0), id: 'asked', kind: 'text', text: 'GRAND CAFE', negated } as const;
      const frame = frameOf('A girl in a forest.', { change: (claims) => [...claims, asked] });
      return said({ ...frame, writing: [line('GRAND CAFE', ...MIDDLE)] });
    };
    expect([asking(false).length, asking(true).length]).toEqual([0, 1]);
  });

  it.each([
    ['two letters', line('ab', ...MIDDLE)],
    ['a row of one letter', line('IIIII', ...MIDDLE)],
    ['letters that are not sure', line('GRAND', ...MIDDLE, { confidence: 0.7 })],
  ])('is none of %s', (_what, writing) => {
    expect(said(shown('A girl in a forest.', [writing]))).toEqual([]);
  });
});

describe('a mark over a picture', () => {
  const MARK = 'A watermark or signature seems to lie over this picture: “stock photos”.';

  it('is one in a corner, also where writing may belong, and none where it is asked for', () => {
    const mark = line('stock photos', ...CORNER);
    expect(said(shown('A girl in a forest.', [mark]))).toEqual([MARK]);
    expect(said(shown('A girl in a street.', [mark, line('BAKERY', ...MIDDLE)]))).toEqual([MARK]);
    expect(said(shown('A girl in a street, signed.', [mark]))).toEqual([]);
    const high = { ...mark, region: { ...mark.region, y: 0.8, height: 0.2 } };
    expect(said(shown('A girl in a street.', [high]))).toEqual([]);
  });

  it('is one that comes back at the same place in two other shots, as it is read', () => {
    const frames = ['stock photos', 'stook photos', 'stock photo'].map((text, i) =>
      shown('A girl in a street.', [line(text, MIDDLE[0] + i / 100, MIDDLE[1])], String(i + 1)),
    );
    const [first, second] = frames as [(typeof frames)[0], (typeof frames)[0]];
    expect(said(first, { frames })).toEqual([MARK]);
    expect(said(first, { frames: [first, second] })).toEqual([]);
    const detail = (of: typeof frames, frame = of[0] as typeof first) =>
      found(frame, { frames: of }).find(({ kind }) => kind === 'stray-text')?.evidence.detail;
    expect(detail(frames)).toMatch(/sure; at the same place in 2 other shots$/);
    const inForest = [first, second].map(({ shot, ...frame }) => ({
      ...frame,
      shot: { ...shot, description: 'A girl in a forest.' },
    })) as typeof frames;
    expect(detail(inForest)).toMatch(/sure; at the same place in 1 other shot$/);
    const elsewhere = frames.map((frame, i) => ({ ...frame, writing: [line('stock photos', i / 4, 0.4)] }));
    expect(said(elsewhere[0] as typeof first, { frames: elsewhere })).toEqual([]);
  });
});
