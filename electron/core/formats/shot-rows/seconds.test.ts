import { describe, expect, it } from 'vitest';
import { NamedFields } from './named-fields.js';
import { durationIn, secondsIn } from './seconds.js';

it.each<[text: string, seconds: number | undefined]>([
  ['4', 4],
  [' 2.50 ', 2.5],
  ['3,5', 3.5],
  ['.5', 0.5],
  ['1e1', 10],
  ['2s', 2],
  ['2.5 sec', 2.5],
  ['2 Seconds', 2],
  ['1500ms', 1.5],
  ['2 min', 120],
  ['3秒', 3],
  ['0:02', 2],
  ['1:02.5', 62.5],
  ['01:00:02', 3602],
  ['0', 0],
  ['+4', 4],
  ['4.', 4],
  ['.25s', 0.25],
  ['1e-1', 0.1],
  ['12e+1', 120],
  ['12 msec', 0.012],
  ['1 millisecond', 0.001],
  ['2000 milliseconds', 2],
  ['1 second', 1],
  ['3 secs', 3],
  ['3 sek', 3],
  ['2m', 120],
  ['1 minute', 60],
  ['2 minutes', 120],
  ['10:02.25', 602.25],
  ['100:00:01', 360001],
  ['1:100', undefined],
  ['100:01', undefined],
  ['0:02x', undefined],
  ['x0:02', undefined],
  ['0:02.', undefined],
  ['++4', undefined],
  ['x4', undefined],
  ['4x', undefined],
  ['4 hours', undefined],
  ['4e', undefined],
  ['.', undefined],
  ['-1', undefined],
  ['soon', undefined],
  ['', undefined],
  ['1e999', undefined],
  ['1:2:3:4', undefined],
  ['2 3', undefined],
])('“%s” is %s seconds', (text, seconds) => {
  expect(secondsIn(text)).toBe(seconds);
});

describe('the duration of a shot', () => {
  const told = (row: Record<string, unknown>) => {
    const complaints: string[] = [];
    const seconds = durationIn(new NamedFields(row), (field) => void complaints.push(field));
    return complaints.length > 0 ? complaints : seconds;
  };

  it('is in seconds, or in thousandths where its field says so', () => {
    expect(told({ Duration: '2.5s' })).toBe(2.5);
    expect(told({ duration_ms: 1500 })).toBe(1.5);
    expect(told({ duration: 2, durationMs: 9 })).toBe(2);
  });

  it('is none where it is nothing, and of no row that says none', () => {
    for (const row of [{ duration: 0 }, { duration: '0:00' }, {}, { duration: '' }, { duration: null }])
      expect(told(row)).toBeNull();
    expect(told({ duration: ' ', durationMs: 500 })).toBe(0.5);
  });

  it('that cannot be read is complained of by the name of its field', () => {
    expect(told({ Dauer: 'soon' })).toEqual(['Dauer']);
    expect(told({ duration: { seconds: 2 } })).toEqual(['duration']);
  });

  it('is from the start to the end where a row names both, in their order', () => {
    expect(told({ start: '0:01', end: '0:03.5' })).toBe(2.5);
    expect(told({ startTime: 0, endTime: 0.1 + 0.2 })).toBe(0.3);
    for (const row of [
      { start: 1 },
      { end: 3 },
      { start: 3, end: 3 },
      { start: 4, end: 3 },
      { start: 'x', end: 3 },
    ])
      expect(told(row)).toBeNull();
    expect(told({ duration: 5, start: 1, end: 3 })).toBe(5);
  });
});
