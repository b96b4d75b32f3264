import { shot, take } from '@testing/derived-board.js';
import { describe, expect, it } from 'vitest';
import type { ShotView } from '../board/index.js';
import { givesTo, type Held, notOpened } from './target.js';

const view = (n: number, pick: ShotView['pick']) => ({ shot: shot(n), pick }) as ShotView;
const FULL = view(1, take(1));
const EMPTY = view(2, null);
const BROKEN = view(3, take(3, { unreadable: 'cut off' }));
const held = (names: string[], over: ShotView | null = null, isOverShots = true): Held => ({
  names,
  over,
  isOverShots,
});

describe('a file that is dropped', () => {
  it.each([EMPTY, BROKEN])('is the picture of the shot that it is over, where that has none', (over) => {
    expect(givesTo(held(['frame.png'], over), [FULL, over])).toEqual({ shot: over });
    // While it is held nobody learns its name.
    expect(givesTo(held([''], over), [FULL, over])).toEqual({ shot: over });
    // What is no picture is tried as well: then it is said that it is none.
    expect(givesTo(held(['notes.txt'], over), [over])).toEqual({ shot: over });
  });

  it('is opened over a shot with a picture, beside the shots, and where it lists shots or is a folder', () => {
    expect(givesTo(held(['frame.png'], FULL), [FULL, EMPTY])).toBeNull();
    expect(givesTo(held(['frame.png']), [EMPTY])).toBeNull();
    expect(givesTo(held(['frame.png'], null, false), [EMPTY])).toBeNull();
    for (const name of ['comments.json', 'list.CSV', 'story.otio', 'keyframes'])
      expect(givesTo(held([name], EMPTY), [EMPTY])).toBeNull();
  });
});

describe('several files that are dropped', () => {
  it('are pictures of the shots that their names say, where one has none', () => {
    const names = ['1.png', '2.png'];
    expect(givesTo(held(names, FULL), [FULL, EMPTY])).toEqual({ shot: null });
    expect(givesTo(held(names), [FULL, EMPTY])).toEqual({ shot: null });
    expect(givesTo(held(names), [FULL])).toBeNull();
    expect(givesTo(held([...names, 'shots.json']), [EMPTY])).toBeNull();
    expect(givesTo(held([]), [EMPTY])).toBeNull();
  });

  it('leave out all that holds shots but the first', () => {
    expect(notOpened(['a.json', 'b.CSV', '1.png', 'keyframes'])).toEqual(['b.CSV', 'keyframes']);
    expect(notOpened(['1.png', '2.png'])).toEqual([]);
    expect(notOpened(['a.json'])).toEqual([]);
    expect(notOpened([])).toEqual([]);
  });
});
