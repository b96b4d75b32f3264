/** A page that does nothing but scroll ready thumbnails, laid out as the program lays out its frames. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** CSS pixels, and frames in a row; a strip is one row. */
export interface Layout {
  readonly room: { readonly width: number; readonly height: number };
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly stepX: number;
  readonly stepY: number;
}

export interface BarePage {
  /** Of `count` thumbnails in this layout, along `axis`. */
  address(layout: Layout, axis: 'x' | 'y', count: number): string;
  close(): Promise<void>;
}

/** Lines beyond what is seen that stand ready, as in the program. */
const AHEAD = { x: 8, y: 3 };

const page = (layout: Layout, axis: 'x' | 'y', count: number) => `<!doctype html>
<style>
  body { margin: 0; background: #1e1e1e; }
  #room { position: relative; overflow: auto; width: ${layout.room.width}px; height: ${layout.room.height}px; }
  .marked { outline: 2px solid #fff; }
  img { position: absolute; object-fit: cover; width: ${layout.width}px; height: ${layout.height}px; }
</style>
<div id="room"><div id="track"></div></div>
<script>
  const { width, height, columns, stepX, stepY } = ${JSON.stringify(layout)};
  const upright = ${axis === 'y'};
  const [across, step, ahead] = upright ? [columns, stepY, ${AHEAD.y}] : [1, stepX, ${AHEAD.x}];
  const lines = Math.ceil(${count} / across);
  const room = document.getElementById('room');
  const track = document.getElementById('track');
  track.style.cssText = upright ? 'height:' + lines * step + 'px' : 'height:1px;width:' + lines * step + 'px';
  const shown = new Map();
  const draw = () => {
    const [at, size] = upright ? [room.scrollTop, room.clientHeight] : [room.scrollLeft, room.clientWidth];
    const first = Math.max(0, Math.floor(at / step) - ahead) * across;
    const last = Math.min(${count}, (Math.ceil((at + size) / step) + ahead) * across);
    for (const [n, image] of shown)
      if (n < first || n >= last) {
        image.remove();
        shown.delete(n);
      }
    for (let n = first; n < last; n++) {
      if (shown.has(n)) continue;
      const image = new Image();
      image.decoding = 'async';
      image.src = '/' + n + '.webp';
      const [line, place] = [Math.floor(n / across), n % across];
      image.style.left = (upright ? place * stepX : line * stepX) + 'px';
      image.style.top = (upright ? line * stepY : 0) + 'px';
      track.append(image);
      shown.set(n, image);
    }
  };
  room.addEventListener('scroll', draw);
  addEventListener('keydown', () => document.querySelector('img').classList.toggle('marked'));
  draw();
</script>`;

/** `thumbnails`: one after the other, and from the first again. */
export async function startBarePage(thumbnails: readonly Buffer[]): Promise<BarePage> {
  let shown = '';
  const server = createServer(({ url = '' }, response) => {
    const [, number] = /^\/(\d+)\.webp$/.exec(url) ?? [];
    if (number === undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(shown);
      return;
    }
    response.setHeader('content-type', 'image/webp');
    response.setHeader('cache-control', 'private, max-age=31536000, immutable');
    response.end(thumbnails[Number(number) % thumbnails.length]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address(layout, axis, count) {
      shown = page(layout, axis, count);
      return `http://127.0.0.1:${port}/`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
