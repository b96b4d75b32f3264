import { describe, expect, it } from 'vitest';
import { Agenda, type Lane } from './agenda.js';

const all = (agenda: Agenda, lane: Lane): string[] => {
  const taken: string[] = [];
  for (let id = agenda.take(lane); id !== null; id = agenda.take(lane)) taken.push(id);
  return taken;
};

describe('what is still to be worked out', () => {
  it('comes in the order in which it was asked, each once', () => {
    const agenda = new Agenda();
    agenda.add('first', ['b', 'a', 'b']);
    agenda.add('first', ['a', 'c']);
    expect(all(agenda, 'first')).toEqual(['b', 'a', 'c']);
    agenda.add('first', ['a']);
    expect(all(agenda, 'first')).toEqual(['a']);
  });

  it('is taken once, whichever lane it is taken from', () => {
    const agenda = new Agenda();
    agenda.add('drift', ['a', 'b']);
    agenda.add('first', ['b', 'c']);
    agenda.add('now', ['b']);
    expect(all(agenda, 'now')).toEqual(['b']);
    expect(all(agenda, 'first')).toEqual(['c']);
    expect(all(agenda, 'drift')).toEqual(['a']);
  });

  it('may be asked again while it waits in another lane, and after it was taken', () => {
    const agenda = new Agenda();
    agenda.add('drift', ['a']);
    agenda.add('now', ['a']);
    expect(agenda.take('now')).toBe('a');
    agenda.add('drift', ['a', 'b']);
    expect(all(agenda, 'drift')).toEqual(['a', 'b']);
  });

  it('is empty lane by lane, and altogether', () => {
    const agenda = new Agenda();
    expect(agenda.isAllEmpty).toBe(true);
    for (const lane of ['now', 'first', 'drift'] as const) {
      agenda.add(lane, ['a']);
      expect([agenda.isEmpty(lane), agenda.isAllEmpty]).toEqual([false, false]);
      expect(all(agenda, lane)).toEqual(['a']);
      expect([agenda.isEmpty(lane), agenda.isAllEmpty]).toEqual([true, true]);
    }
  });
});
