import { expect, it } from 'vitest';
import { Agenda } from './agenda.js';

it('gives out each id once, from the first of its lanes, in the order in which it came', () => {
  const agenda = new Agenda();
  agenda.add('drift', ['a', 'b', 'c', 'a']);
  agenda.add('now', ['b']);
  expect(agenda.take('now')).toBe('b');
  expect(agenda.take('now')).toBeNull();
  expect([agenda.take('drift'), agenda.take('drift'), agenda.take('drift')]).toEqual(['a', 'c', null]);
  agenda.add('drift', ['a']);
  expect(agenda.take('drift'), 'what comes again is given out again').toBe('a');
});

it('says which lanes wait for something', () => {
  const agenda = new Agenda();
  expect(agenda.isAllEmpty).toBe(true);
  for (const lane of ['now', 'first', 'drift'] as const) {
    agenda.add(lane, ['a']);
    expect([agenda.isEmpty(lane), agenda.isAllEmpty]).toEqual([false, false]);
    agenda.take(lane);
    expect([agenda.isEmpty(lane), agenda.isAllEmpty]).toEqual([true, true]);
  }
  agenda.add('first', ['a']);
  agenda.add('drift', ['a']);
  agenda.take('first');
  expect(agenda.isAllEmpty).toBe(true);
});
