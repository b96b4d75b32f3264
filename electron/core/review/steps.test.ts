import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventHead } from './events.js';
import { Steps } from './steps.js';

const events = (...kinds: EventHead['kind'][]): EventHead[] =>
  kinds.map((kind, at) => ({ kind, seq: at + 1, label: `${kind} ${at + 1}` }) as EventHead);
const stepsAfter = (...kinds: EventHead['kind'][]) => new Steps(events(...kinds));

describe('what can be undone and redone', () => {
  it('is the last command, and what was taken back last', () => {
    expect(stepsAfter().toUndo).toBeNull();
    expect(stepsAfter().toRedo).toBeNull();
    const steps = stepsAfter('command', 'command', 'undo');
    expect(steps.toUndo).toMatchObject({ seq: 1, label: 'command 1', last: 1 });
    expect(steps.toRedo).toEqual({ seq: 2, label: 'command 2', last: 3 });
    expect(stepsAfter('command', 'command', 'undo', 'redo').toUndo).toEqual({
      seq: 2,
      label: 'command 2',
      last: 4,
    });
  });

  it('ends with a new command, not with what the program or an import does', () => {
    expect(stepsAfter('command', 'undo', 'command').toRedo).toBeNull();
    for (const kind of ['system', 'import'] as const) {
      const steps = stepsAfter('command', 'command', 'undo', kind);
      expect(steps.toUndo?.seq).toBe(1);
      expect(steps.toRedo?.seq).toBe(2);
    }
  });

  it('counts while it is not taken back', () => {
    const steps = stepsAfter('command', 'command', 'undo');
    expect([1, 2, 3].map((seq) => steps.isDone(seq))).toEqual([true, false, false]);
    steps.follow(events('command', 'command', 'undo', 'redo')[3] as EventHead);
    expect(steps.isDone(2)).toBe(true);
  });

  it('is nothing where there is nothing to take back or to do again', () => {
    expect(stepsAfter('undo', 'redo', 'command', 'redo').toUndo?.seq).toBe(3);
  });

  it('comes back as it was when all that can be is undone and redone', () => {
    const kinds = fc.array(fc.constantFrom('command', 'undo', 'redo', 'system'), { maxLength: 30 });
    fc.assert(
      fc.property(kinds, (some) => {
        const all = events(...(some as EventHead['kind'][]));
        const steps = new Steps(all);
        const done = all.filter(({ seq }) => steps.isDone(seq)).map(({ seq }) => seq);
        let seq = all.length;
        const step = (kind: 'undo' | 'redo') => steps.follow({ kind, seq: ++seq, label: '' } as EventHead);
        let undone = 0;
        for (; steps.toUndo; undone++) step('undo');
        expect(undone).toBe(done.length);
        for (let n = 0; n < undone; n++) step('redo');
        expect(all.filter((event) => steps.isDone(event.seq)).map((event) => event.seq)).toEqual(done);
      }),
      { numRuns: 300 },
    );
  });
});
