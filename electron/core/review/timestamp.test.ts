import { expect, it, vi } from 'vitest';
import { timestamp } from './timestamp.js';

it('tells the second in which a file was kept, so that names are in order of time on every system', () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 31, 23, 59, 59, 900) });
  const first = timestamp();
  vi.advanceTimersByTime(1000);
  const second = timestamp();
  vi.useRealTimers();
  expect([first, second]).toEqual(['20260131-235959', '20260201-000000']);
});
