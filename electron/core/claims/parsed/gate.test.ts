import type { ClaimKind } from '@shared/records/index.js';
import { describe, expect, it } from 'vitest';
import type { Draft } from './draft.js';
import { isSure, withoutPlace } from './gate.js';
import { aDraft, aMention } from './testing/a-draft.js';
import type { ParsedWord } from './word.js';

/** The words of a piece, each hung on the next one but the last, all for sure, but for what the test says. */
const aPiece = (text: string, more: Readonly<Record<number, Partial<ParsedWord>>> = {}): ParsedWord[] => {
  const words = text.split(' ');
  return words.map((word, i) => ({
    text: word,
    lower: word,
    lemma: word,
    tag: 'NN',
    label: 'compound',
    head: Math.min(i + 1, words.length - 1),
    sure: 1,
    held: 1,
    start: 10 * i,
    end: 10 * i + word.length,
    ...more[i],
  }));
};

/** All words of the piece in one draft. */
const all = (piece: readonly ParsedWord[], more: Partial<Draft> = {}): Draft =>
  aDraft({ said: piece, ...more });

/** The last word hangs on the first, and what stands between does too. */
const far = (label: string, sure: number, last = 'net', first = 'VBZ'): ParsedWord[] =>
  aPiece(`mends here now ${last}`, {
    0: { head: 0, tag: first },
    1: { head: 0 },
    2: { head: 0 },
    3: { head: 0, label, sure },
  });

describe('how sure the parser has to be of a word', () => {
  it.each([
    ['prep', 0.5],
    ['acl', 0.5],
    ['relcl', 0.5],
    ['nsubj', 0.5],
    ['nsubjpass', 0.5],
    ['prt', 0.5],
    ['agent', 0.5],
    ['compound', 0.45],
    ['nmod', 0.45],
    ['amod', 0.4],
    ['det', 0.4],
    ['poss', 0.4],
    ['nummod', 0.35],
    ['conj', 0.55],
    ['advmod', 0.7],
    ['pobj', 0.66],
    ['dobj', 0.78],
    ['acomp', 0.6],
    ['attr', 0.6],
    ['dative', 0.8],
  ])('%s: %d', (label, limit) => {
    const of = (sure: number) => {
      const piece = far(label, sure);
      return isSure(all(piece), piece);
    };
    expect([of(limit), of(limit - 0.01)]).toEqual([true, false]);
  });

  const next = (label: string, tag: string) => (sure: number) =>
    aPiece('fan spins', { 0: { label, sure }, 1: { tag, head: 1 } });
  const behind = (word: string, count: number) => (label: string) => (sure: number) => {
    const between = Array.from({ length: count }, (_, i) => i + 1);
    const own = Object.fromEntries(between.map((i) => [i, { head: count + 1 }]));
    const text = ['mends', ...between.map(() => 'old'), word].join(' ');
    return aPiece(text, { 0: { head: 0, tag: 'VBZ' }, ...own, [count + 1]: { head: 0, label, sure } });
  };
  const withIt = (verb: string, text: string, head: number) => (sure: number) =>
    aPiece(text, {
      0: { head: 0, tag: verb },
      1: { head: 0 },
      [text.split(' ').length - 1]: { head, label: 'prep', sure },
    });
  it.each<readonly [string, (sure: number) => ParsedWord[], number]>([
    ['a noun right before its own', next('compound', 'NN'), 0.3],
    ['who is the subject of "spinning", or is said more of', next('nsubj', 'VBG'), 0.25],
    ['who is the subject of "spins"', next('nsubj', 'VBZ'), 0.35],
    ['another word of "spinning"', next('advmod', 'VBG'), 0.7],
    ['what a verb reaches with its own words alone between', behind('net', 4)('dobj'), 0.5],
    ['what a verb reaches far off', behind('net', 5)('dobj'), 0.78],
    ['what a preposition reaches with its own words alone between', behind('net', 4)('pobj'), 0.35],
    ['what a preposition reaches far off', behind('net', 5)('pobj'), 0.66],
    ['a place that is said with its own words alone between', behind('in', 2)('prep'), 0.5],
    ['"to" behind something else', behind('to', 1)('prep'), 0.4],
    ['"to" right behind its word', behind('to', 0)('prep'), 0.5],
    ['"with" right behind a noun, no verb before', withIt('NN', 'man old with', 1), 0.5],
    ['"with" right behind a noun, a verb before', withIt('VBZ', 'rides snail with', 1), 0.8],
    ['"with" right behind its verb', withIt('VBZ', 'sits with', 0), 0.8],
    ['"with" far from its verb', withIt('VBZ', 'rides snail with', 0), 0.88],
    ['"with" far from its noun, no verb before', withIt('NN', 'man old with', 0), 0.8],
  ])('%s', (_, made, limit) => {
    const of = (sure: number) => {
      const piece = made(sure);
      return isSure(all(piece), piece);
    };
    expect([of(limit), of(limit - 0.01)]).toEqual([true, false]);
  });

  it('asks of "with" no more than of another where somebody has it on', () => {
    const piece = withIt('VBZ', 'rides snail with', 0)(0.5);
    const on = (noun: string) => isSure(all(piece, { object: aMention(aPiece(noun)) }), piece);
    expect([on('hat'), on('lamp')]).toEqual([true, false]);
  });

  it('asks little of a look or a number in front of its own noun', () => {
    const piece = aPiece('old red coat', {
      0: { head: 2, label: 'advmod', sure: 0.4 },
      1: { head: 2, label: 'amod' },
    });
    const [old, red, coat] = piece as [ParsedWord, ParsedWord, ParsedWord];
    const subject = aMention([coat], { start: 0 });
    const of = (more: Partial<Draft>) => isSure(aDraft({ subject, said: [old, red], ...more }), piece);
    const kinds = ['attribute', 'count', 'relation', 'action'] satisfies ClaimKind[];
    expect(kinds.map((kind) => of({ kind }))).toEqual([true, true, false, false]);
    expect(of({ kind: 'attribute', object: aMention([red]) })).toBe(false);
    expect(of({ kind: 'attribute', subject: null, said: piece })).toBe(false);
    // Not all of it stands there.
    expect(of({ kind: 'attribute', subject: aMention([coat], { start: 5 }) })).toBe(false);
    expect(of({ kind: 'attribute', subject: aMention([coat, red], { start: 0 }) })).toBe(false);
    const less = piece.map((word) => ({ ...word, sure: word.sure - 0.01 }));
    const own = {
      kind: 'attribute',
      subject: aMention(less.slice(2), { start: 0 }),
      said: less.slice(0, 2),
    } as const;
    expect(isSure(aDraft(own), less)).toBe(false);
  });

  it('asks nothing of the side that somebody faces', () => {
    const faced = (verb: string, side: string) => {
      const piece = aPiece(`${verb} ${side}`, { 0: { head: 0 }, 1: { head: 0, label: 'dobj', sure: 0 } });
      return isSure(all(piece), piece);
    };
    expect([faced('face', 'left'), faced('face', 'right')]).toEqual([true, true]);
    expect([faced('face', 'up'), faced('hold', 'left')]).toEqual([false, false]);
  });

  it('asks nothing of words that are not said, nor of what a word hangs on that is not', () => {
    const piece = far('dobj', 0);
    expect(isSure(aDraft({ said: piece.slice(0, 3) }), piece)).toBe(true);
    expect(isSure(aDraft({ said: piece.slice(1) }), piece)).toBe(true);
    expect(isSure(all(piece), piece)).toBe(false);
  });
});

describe('what is left of a deed whose place is in doubt', () => {
  const [stands, up, here, lamp] = aPiece('stands up here lamp', { 1: { tag: 'RP' } }) as [
    ParsedWord,
    ParsedWord,
    ParsedWord,
    ParsedWord,
  ];
  const thing = aMention([lamp]);
  const placed = aDraft({ said: [stands, up], link: [here], object: thing, also: thing });

  it('is the deed alone', () => {
    expect(withoutPlace(placed)).toEqual({ ...placed, link: [], object: null, also: null });
  });

  it.each<readonly [string, Partial<Draft>]>([
    ['it is no deed', { kind: 'relation' }],
    ['it is in no place', { link: [] }],
    ['something is done to another', { direct: thing }],
    ['it is done to them', { passive: true }],
    ['it is not done', { negated: true }],
    ['it is no deed by itself', { said: [stands, lamp] }],
  ])('is nothing where %s', (_, more) => {
    expect(withoutPlace({ ...placed, ...more })).toBeNull();
  });
});
