/** All that the script which Electron puts before the page does: it passes a port on, and the path of what is dropped. */
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';

const { heard, sent } = vi.hoisted(() => ({
  heard: new Map<string, (event: { ports: unknown[] }) => void>(),
  sent: [] as unknown[][],
}));

// Without `contextBridge` nothing can be put into the page; asking for what is not here throws.
vi.mock('electron', () => ({
  ipcRenderer: {
    on: (channel: string, listener: (event: { ports: unknown[] }) => void) => heard.set(channel, listener),
    send: (...args: unknown[]) => sent.push(args),
  },
  webUtils: { getPathForFile: ({ path }: { path: string }) => path },
}));

const page = Object.assign(new EventTarget(), {
  location: { origin: 'app://continuist' },
  posted: [] as unknown[][],
  postMessage: (...args: unknown[]) => void page.posted.push(args),
});

beforeAll(async () => {
  vi.stubGlobal('window', page);
  await import('./preload.js');
});
beforeEach(() => {
  sent.length = 0;
  page.posted.length = 0;
});

/** A file from a folder has a path, one that the page made none; only a browser's own events are trusted. */
function drop(dataTransfer: { files: { path: string }[] } | null, isTrusted: boolean): void {
  const event = Object.assign(new Event('drop'), { dataTransfer });
  page.dispatchEvent(
    new Proxy(event, {
      get: (target, name) => (name === 'isTrusted' ? isTrusted : Reflect.get(target, name, target)),
    }),
  );
}

const files = (path: string) => ({ files: [{ path }] });

it('passes the port on to its own page, and nothing else that is sent', () => {
  expect([...heard.keys()]).toEqual(['continuist-port']);
  heard.get('continuist-port')?.({ ports: ['the port'] });
  expect(page.posted).toEqual([['continuist-port', 'app://continuist', ['the port']]]);
  expect(sent).toEqual([]);
});

it('tells the host the path of what the artist dropped, and never the page', () => {
  drop(files('/boards/a'), true);
  expect(sent).toEqual([['continuist-dropped', '/boards/a']]);
  expect(page.posted).toEqual([]);
});

it('tells nothing of what the page pretends to drop, or made itself', () => {
  drop(files('/boards/a'), false);
  drop(files(''), true);
  drop(null, true);
  expect(sent).toEqual([]);
});
