import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteCount, contentRange, nextPage, retryAfter, sha256Tag, strongTag } from './headers.js';
import { Meter } from './meter.js';
import { backOff } from './retry.js';

describe('headers', () => {
  it('give back the range that was written, and refuse one that cannot be', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (start, more, rest) => {
        const [end, total] = [start + more, start + more + 1 + rest];
        expect(contentRange(`bytes ${start}-${end}/${total}`)).toEqual({ start, total });
        expect(contentRange(`bytes ${start}-${end}/*`)).toEqual({ start, total: null });
        expect(contentRange(`bytes ${start}-${end}/${end}`)).toBeNull();
        if (more > 0) expect(contentRange(`bytes ${end}-${start}/${total}`)).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it('lead to the next page, and nowhere from the last', () => {
    const next = '<https://hub/api?cursor=a%3D%3D>; rel="next"';
    for (const header of [next, `<https://hub/api>; rel="prev", ${next}`, `${next}, <x>; rel="last"`])
      expect(nextPage(header)).toBe('https://hub/api?cursor=a%3D%3D');
    expect(nextPage('<https://hub/api>;rel=next;title="x"')).toBe('https://hub/api');
    for (const header of [null, '', '<a>; rel="prev"', 'rel="next"', '<a>; title="rel=next"'])
      expect(nextPage(header)).toBeNull();
  });

  it('are never more than what they say', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect([null, Number(text)]).toContain(byteCount(text));
        expect(retryAfter(text, 0) ?? 0).toBeGreaterThanOrEqual(0);
        expect(contentRange(text)).toBeNull();
      }),
      { numRuns: 200 },
    );
    expect(retryAfter('3')).toBe(3000);
    expect(retryAfter('Thu, 01 Jan 1970 00:01:00 GMT', 20_000)).toBe(40_000);
    expect(strongTag('W/"a"')).toBeNull();
    expect(strongTag('"a"')).toBe('"a"');
    expect(sha256Tag(`"${'0f'.repeat(32)}"`)).toBe('0f'.repeat(32));
    expect(sha256Tag('"abc"')).toBeNull();
  });
});

describe('the meter', () => {
  it('tells a steady speed, whenever it looks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 2, max: 200 }), (perTick, ticks) => {
        const meter = new Meter();
        for (let tick = 0; tick < ticks; tick++) meter.add(perTick * tick, tick * 100);
        expect(meter.speed).toBeCloseTo(perTick * 10, 3);
        expect(meter.secondsFor(perTick * 20)).toBeCloseTo(2, 6);
      }),
      { numRuns: 200 },
    );
    expect(new Meter().secondsFor(10)).toBeNull();
  });
});

it('pauses grow, with a little chance, to a minute', () => {
  for (let failures = 1; failures < 20; failures++) {
    const least = Math.min(60_000, 1000 * 2 ** (failures - 1));
    expect(backOff(failures, 1000)).toBeGreaterThanOrEqual(least);
    expect(backOff(failures, 1000)).toBeLessThanOrEqual(least * 1.25);
  }
});
