import type { Figure } from '@shared/records/index.js';
import { take } from '@testing/derived-board.js';
import { aDrawing, aNote } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { settleNudged } from '../noting/nudging.js';
import type { Session } from '../stores/index.js';
import { takePen } from './drawing.js';
import { desk } from './testing/desk.js';

const words: Figure = { kind: 'text', at: [0.2, 0.5], text: 'hat', colour: 'red', size: 0.054 };

/** Two figures are drawn over the picture of the second shot: an arrow and words. */
function drawingDesk(session: Partial<Session> = {}) {
  const made = desk({
    shotId: 's1',
    stage: { width: 800, height: 450 },
    editing: 'drawing',
    ...session,
  });
  made.change({
    comment: { c: aNote('c', { shotId: 's1', sha256: take(1).sha256 }) },
    drawing: {
      d: aDrawing('d', 'c', { shotId: 's1' }),
      e: aDrawing('e', 'c', { shotId: 's1', figure: words }),
    },
  });
  return made;
}

describe('the figure that is chosen', () => {
  it('is moved by arrow keys, and made larger, one step for presses that follow one another', async () => {
    const { run, sent, context, session } = drawingDesk({ figureId: 'd' });
    for (let press = 0; press < 3; press++) await run('figure-down');
    await run('figure-right');
    expect([sent, session().nudged]).toMatchObject([[], { drawingId: 'd', reshapes: false }]);
    // Another size is another step.
    await run('figure-higher');
    expect(sent).toEqual([
      {
        type: 'change-drawing',
        drawingId: 'd',
        figure: expect.objectContaining({ from: [expect.closeTo(0.1056), expect.closeTo(0.23)] }),
      },
    ]);
    settleNudged(context);
    settleNudged(context);
    expect(sent).toHaveLength(2);
    expect(sent[1]).toMatchObject({ figure: { to: [0.5, 0.61] } });
    expect(session().nudged).toBeNull();
  });

  it('sends nothing where keys brought it back, or it is gone meanwhile; another colour comes after its place', async () => {
    const { run, sent, context, session, change } = drawingDesk({ figureId: 'd' });
    await run('figure-down');
    await run('figure-up');
    settleNudged(context);
    expect(sent).toEqual([]);
    await run('figure-down');
    await takePen(context, { ...session().pen, colour: 'green' });
    expect(sent).toMatchObject([{ figure: { from: [0.1, 0.21] } }, { figure: { colour: 'green' } }]);
    await run('figure-down');
    change({ drawing: {} });
    settleNudged(context);
    expect(sent).toHaveLength(2);
  });

  it('is none that is gone, or on another picture: the keys are then what they are elsewhere', async () => {
    for (const figureId of ['gone', null]) {
      const { run, sent } = drawingDesk({ figureId });
      expect([await run('figure-left'), await run('figure-leave'), await run('figure-words')]).toEqual([
        false,
        false,
        false,
      ]);
      expect(sent).toEqual([]);
    }
  });

  it('has words to change only where it is words', async () => {
    const { run, session } = drawingDesk({ figureId: 'd' });
    expect(await run('figure-words')).toBe(false);
    await run('figure-next');
    expect(session().figureId).toBe('e');
    expect(await run('figure-words')).toBe(true);
    expect(session().figureTyped).toBe(true);
  });

  it('takes on the colour and the width of the pen, as high as such letters are', async () => {
    const { context, sent, session } = drawingDesk({ figureId: 'e' });
    const { pen } = session();
    await takePen(context, { ...pen, colour: 'blue' });
    await takePen(context, { ...session().pen, width: 'thick' });
    expect(sent).toEqual([
      { type: 'change-drawing', drawingId: 'e', figure: { ...words, colour: 'blue' } },
      { type: 'change-drawing', drawingId: 'e', figure: { ...words, size: expect.closeTo(0.108) } },
    ]);
    await takePen(context, { ...session().pen, tool: 'hand' });
    expect(session().figureId).toBe('e');
    await takePen(context, { ...session().pen, tool: 'arrow' });
    expect(session()).toMatchObject({
      figureId: null,
      pen: { tool: 'arrow', colour: 'blue', width: 'thick' },
    });
    await takePen(context, { ...session().pen, colour: 'green' });
    expect(sent).toHaveLength(2);
  });

  it('is let go of by Escape, and the next Escape ends drawing', async () => {
    const { run, session } = drawingDesk({ figureId: 'd' });
    await run('figure-leave');
    expect(session()).toMatchObject({ figureId: null, editing: 'drawing' });
    expect(await run('figure-leave')).toBe(false);
    await run('drawing-done');
    expect(session().editing).toBeNull();
  });

  it('is erased, and the next is chosen; none is said to be none', async () => {
    const { run, sent, session, happened } = drawingDesk({ figureId: 'd' });
    await run('figure-erase');
    expect([sent, session().figureId]).toEqual([[{ type: 'erase', drawingIds: ['d'] }], 'e']);
    const none = drawingDesk();
    await none.run('figure-erase');
    expect(none.happened.join()).toMatch(/^No figure is chosen\./);
    expect(happened).toEqual([]);
  });
});
