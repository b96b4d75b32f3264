import { beforeEach, expect, it, vi } from 'vitest';

/** As far as a browser's element of a picture is used here; comes or fails when it is told to. */
class FakeImage extends EventTarget {
  static all: FakeImage[] = [];
  src = '';
  complete = false;
  naturalWidth = 0;
  constructor() {
    super();
    FakeImage.all.push(this);
  }
  come(): void {
    this.complete = true;
    this.naturalWidth = 320;
    this.dispatchEvent(new Event('load'));
  }
  fail(): void {
    this.complete = true;
    this.dispatchEvent(new Event('error'));
  }
}

async function fresh() {
  vi.resetModules();
  vi.stubGlobal('Image', FakeImage);
  FakeImage.all = [];
  return import('./held-thumbnails.js');
}
let thumbnails: Awaited<ReturnType<typeof fresh>>;
beforeEach(async () => {
  thumbnails = await fresh();
  return () => vi.unstubAllGlobals();
});

it('gives a frame the element that was asked for ahead, and the one that another frame had', () => {
  const { askThumbnail, holdThumbnail, takeThumbnail } = thumbnails;
  askThumbnail('a', () => undefined);
  const image = takeThumbnail('a');
  expect(FakeImage.all).toEqual([image]);
  // One element cannot stand in two frames.
  expect(takeThumbnail('a')).not.toBe(image);
  holdThumbnail('a', image);
  expect(takeThumbnail('a')).toBe(image);
});

it('stops what is not wanted any more, but not what has its frame by now', () => {
  const { askThumbnail, takeThumbnail } = thumbnails;
  const done = vi.fn();
  const [stopTaken, stopWaiting] = [askThumbnail('a', done), askThumbnail('b', done)];
  const taken = takeThumbnail('a');
  stopTaken();
  stopWaiting();
  expect(FakeImage.all.map(({ src }) => src)).toEqual(['a', '']);
  (taken as unknown as FakeImage).come();
  expect(done).not.toHaveBeenCalled();
  expect(takeThumbnail('b')).not.toBe(FakeImage.all[1]);
});

it('says when it came, or did not, or was there before; what failed is asked for anew', async () => {
  const { askThumbnail, takeThumbnail } = thumbnails;
  const done = vi.fn();
  askThumbnail('a', done);
  askThumbnail('b', done);
  FakeImage.all[0]?.come();
  FakeImage.all[1]?.fail();
  expect(done).toHaveBeenCalledTimes(2);
  askThumbnail('a', done);
  await Promise.resolve();
  expect(done).toHaveBeenCalledTimes(3);
  expect(takeThumbnail('b')).toBe(FakeImage.all[2]);
});

it('holds two hundred, and lets go of the longest held', () => {
  const { holdThumbnail, takeThumbnail } = thumbnails;
  const all = Array.from({ length: 201 }, (_, n) => [String(n), takeThumbnail(String(n))] as const);
  for (const [url, image] of all) holdThumbnail(url, image);
  expect(takeThumbnail('0')).not.toBe(all[0]?.[1]);
  expect(takeThumbnail('1')).toBe(all[1]?.[1]);
});
