import { describe, expect, it } from 'vitest';
import { commentsFile } from './comments.js';
import { COMMENTS_FORMAT, COMMENTS_VERSION } from './comments-form.js';
import { MOST_FIGURES } from './records/index.js';

const SHA256 = 'a'.repeat(64);
const comment = (change: object = {}) => ({
  shotId: 'shot-1',
  sha256: SHA256,
  author: 'Ada',
  text: 'The coat is green here.',
  place: { x: 0.25, y: 1 },
  number: '12A',
  at: '2024-05-01T10:00:00Z',
  ...change,
});
const file = (change: object = {}) => ({
  format: COMMENTS_FORMAT,
  version: COMMENTS_VERSION,
  storyboard: { id: 'board-1', title: 'The pier' },
  comments: [comment()],
  ...change,
});
const reads = (value: unknown): boolean => commentsFile.safeParse(value).success;

describe('a file of comments', () => {
  it('is read as the client wrote it', () => {
    expect(commentsFile.parse(file())).toEqual(file());
    expect(reads(file({ comments: [] }))).toBe(true);
  });

  it('may come from a contact sheet of before, which had no places', () => {
    const { place: _, ...before } = comment();
    expect(commentsFile.parse(file({ version: 1, comments: [before] })).comments[0]?.place).toBeNull();
  });

  it('of another format or version is refused', () => {
    expect(reads(file({ format: 'continuist-feedback' }))).toBe(false);
    expect(reads(file({ version: COMMENTS_VERSION + 1 }))).toBe(false);
    expect(reads(file({ version: 0 }))).toBe(false);
  });

  it('holds names of any usual length and none that would fill the window', () => {
    const named = (id: number, title: number) =>
      file({ storyboard: { id: 'i'.repeat(id), title: 't'.repeat(title) } });
    expect(reads(named(200, 10_000))).toBe(true);
    expect(reads(named(201, 10))).toBe(false);
    expect(reads(named(10, 10_001))).toBe(false);
  });
});

describe('a comment', () => {
  const says = (change: object): boolean => reads(file({ comments: [comment(change)] }));

  it('is about a point of the picture, or all of it, or a shot without one', () => {
    expect(says({ place: { x: 0, y: 0 } })).toBe(true);
    expect(says({ place: { x: 1, y: 1 } })).toBe(true);
    expect(says({ place: null, sha256: null })).toBe(true);
    for (const place of [
      { x: -0.1, y: 0 },
      { x: 0, y: 1.1 },
      { x: 1.1, y: 0 },
      { x: 0, y: -0.1 },
    ])
      expect(says({ place })).toBe(false);
  });

  it('has an author and words, without the spaces around them', () => {
    const [read] = commentsFile.parse(
      file({ comments: [comment({ author: ' Ada ', text: ' Darker.\n' })] }),
    ).comments;
    expect([read?.author, read?.text]).toEqual(['Ada', 'Darker.']);
    expect([says({ author: '  ' }), says({ text: ' \n' })]).toEqual([false, false]);
    expect([says({ author: 'A'.repeat(100) }), says({ author: 'A'.repeat(101) })]).toEqual([true, false]);
    expect([says({ text: 'w'.repeat(5000) }), says({ text: 'w'.repeat(5001) })]).toEqual([true, false]);
  });

  it('may be drawn instead of written, over a picture, with as many figures as one may have', () => {
    const look = { colour: 'red', size: 0.012 };
    const line = { kind: 'pen', points: [[0, 1, 0.5]], ...look };
    const drawn = (drawing: unknown, change: object = {}) => says({ text: '', drawing, ...change });
    expect(drawn([line, { kind: 'arrow', from: [0, 0], to: [1, 1], ...look }])).toBe(true);
    expect(drawn([line], { text: 'There.' })).toBe(true);
    expect(drawn(undefined)).toBe(false);
    expect(drawn([])).toBe(false);
    expect(drawn([line], { sha256: null })).toBe(false);
    expect(drawn(Array(MOST_FIGURES).fill(line))).toBe(true);
    expect(drawn(Array(MOST_FIGURES + 1).fill(line))).toBe(false);
    for (const wrong of [
      { ...line, points: [] },
      { ...line, points: [[0, 1.1, 0.5]] },
      { ...line, points: [[0, Number.NaN, 0.5]] },
      { ...line, points: [[0, 1]] },
      { ...line, points: Array(501).fill([0, 1, 0.5]) },
      { ...line, size: 0.3 },
      { ...line, size: 0 },
      { ...line, colour: 'url(x)' },
      { ...line, kind: 'image' },
      { kind: 'text', at: [0.5, 0.5], text: 'w'.repeat(201), ...look },
    ])
      expect(drawn([wrong]), JSON.stringify(wrong).slice(0, 80)).toBe(false);
  });

  it('names a shot by a number of up to 200 letters, and when it was written', () => {
    expect([says({ number: '1'.repeat(200) }), says({ number: '1'.repeat(201) })]).toEqual([true, false]);
    expect(says({ at: 'yesterday' })).toBe(false);
  });
});
