import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { panelCatchesUp, panelWaits, usePanel } from './panel.js';

let asked = new Map<number, () => void>();
let count = 0;
const isBehind = () => usePanel.getState().isBehind;

const frame = () => {
  const now = asked;
  asked = new Map();
  for (const draw of now.values()) draw();
};

const see = (visibilityState: string) => vi.stubGlobal('document', { visibilityState });

beforeEach(() => {
  asked = new Map();
  see('visible');
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => asked.set(++count, draw) && count);
  vi.stubGlobal('cancelAnimationFrame', (id: number) => asked.delete(id));
});

afterEach(() => {
  panelCatchesUp();
  vi.unstubAllGlobals();
});

it('is behind for two frames, counted from the last shot that came', () => {
  panelWaits();
  frame();
  frame();
  expect(isBehind()).toBe(true);
  panelWaits();
  frame();
  frame();
  expect(isBehind()).toBe(true);
  frame();
  expect(isBehind()).toBe(false);
  expect(asked.size).toBe(0);
});

it('catches up at once where that is asked for, and waits for no frame then', () => {
  panelWaits();
  panelCatchesUp();
  expect(isBehind()).toBe(false);
  expect(asked.size).toBe(0);
});

it('is not behind where no frames are drawn', () => {
  panelWaits();
  see('hidden');
  panelWaits();
  expect(isBehind()).toBe(false);
  expect(asked.size).toBe(0);
});
