/** The pictures of the pages in docs/, one row each. */
import type { Page } from 'playwright';
import { act, goTo, part, press, settled, whole } from './acts.js';
import { candidates, markedPart, repaired } from './ordering.js';
import type { Size } from './sample.js';
import { stageInTerminal } from './terminal.js';

interface Row {
  /** Of its file in docs/. */
  readonly name: string;
  readonly size: Size;
  /** Pixels to a CSS pixel; absent = 1. */
  readonly scale?: number;
  /** Does what is to be seen, and takes the picture. Leaves the review as it was, or stands among the last. */
  readonly take: (page: Page) => Promise<Buffer>;
}

const WINDOW = { width: 1440, height: 900 };
const SMALL = { width: 1200, height: 800 };

export const PICTURES: readonly Row[] = [
  {
    name: 'screenshot.webp',
    size: WINDOW,
    take: async (page) => {
      await goTo(page, '6');
      return whole(page);
    },
  },
  {
    name: 'review-findings.webp',
    size: { width: 1440, height: 1000 },
    scale: 1.5,
    take: async (page) => {
      await goTo(page, '23');
      return part(page, '.panel-scroll');
    },
  },
  {
    name: 'review-compare.webp',
    size: SMALL,
    take: async (page) => {
      await goTo(page, '6');
      await page.getByTestId('finding-picture').first().click();
      await settled(page);
      return whole(page);
    },
  },
  {
    name: 'review-full-screen.webp',
    size: SMALL,
    take: async (page) => {
      await goTo(page, '6');
      await press(page, 'Shift+F');
      return whole(page);
    },
  },
  {
    name: 'character-canon.webp',
    size: SMALL,
    take: async (page) => {
      await goTo(page, '6');
      await press(page, 'Shift+C');
      // What most frames show comes last, and its pictures after it.
      await page.getByText('Most frames show').waitFor();
      await settled(page);
      return whole(page);
    },
  },
  {
    name: 'character-matrix.webp',
    size: SMALL,
    take: async (page) => {
      await goTo(page, '6');
      await press(page, 'Shift+M');
      await page
        .getByTestId('matrix')
        .getByRole('button', { name: /^Wenna in shot 6:/ })
        .click();
      await page.getByTestId('matrix-pair').waitFor();
      await settled(page);
      return whole(page);
    },
  },
  {
    name: 'boxes.webp',
    size: SMALL,
    take: async (page) => {
      await goTo(page, '22');
      await press(page, 'Shift+K');
      await page.getByRole('button', { name: /^girl,/ }).focus();
      await page.getByTestId('counts').scrollIntoViewIfNeeded();
      return whole(page);
    },
  },
  {
    name: 'export-menu.webp',
    size: SMALL,
    take: async (page) => {
      await goTo(page, '1');
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await page.getByRole('menu').waitFor();
      return whole(page);
    },
  },
  {
    name: 'export-sheet.webp',
    size: SMALL,
    take: async (page) => {
      await goTo(page, '1');
      await act(page, 'contact sheet pdf');
      return part(page, '[role="dialog"]');
    },
  },
  {
    name: 'ordering-play.webp',
    size: WINDOW,
    take: async (page) => {
      await goTo(page, '2');
      await press(page, 'Delete');
      await goTo(page, '3');
      await press(page, 'Shift+T');
      await page.getByTestId('frame-3A').waitFor();
      await goTo(page, '4');
      await press(page, 'Shift+I');
      await page.keyboard.type('Wenna looks out at the rain');
      await press(page, 'Control+Enter');
      await page.getByTestId('frame-4A').getByText('the rain').waitFor();
      await settled(page);
      const picture = await part(page, '.strip-room');
      await press(page, 'Control+z', 'Control+z', 'Control+z', 'Control+z');
      return picture;
    },
  },
  {
    name: 'notes.webp',
    size: SMALL,
    take: async (page) => {
      await goTo(page, '6');
      await press(page, 'd');
      const over = async (tool: string, colour: string, [x, y, toX, toY]: readonly number[]) => {
        await page.getByTestId(`tool-${tool}`).click();
        await page.getByTestId('draw-bar').getByRole('button', { name: colour, exact: true }).click();
        const box = await page.getByTestId('drawer').boundingBox();
        if (!box) throw new Error('there is nothing to draw on');
        await page.mouse.move(box.x + (x ?? 0) * box.width, box.y + (y ?? 0) * box.height);
        await page.mouse.down();
        await page.mouse.move(box.x + (toX ?? 0) * box.width, box.y + (toY ?? 0) * box.height, { steps: 20 });
        await page.mouse.up();
      };
      await over('ellipse', 'Yellow', [0.22, 0.35, 0.4, 0.9]);
      await over('arrow', 'Red', [0.8, 0.15, 0.62, 0.45]);
      await over('box', 'Blue', [0.55, 0.5, 0.75, 0.85]);
      await page.waitForTimeout(300);
      const picture = await whole(page);
      await press(page, 'Escape', 'Control+z', 'Control+z', 'Control+z');
      return picture;
    },
  },
  {
    name: 'matrix.webp',
    size: SMALL,
    take: async (page) => {
      await goTo(page, '6');
      await press(page, 'Shift+M');
      const matrix = page.getByTestId('matrix');
      await matrix
        .getByRole('button', { name: /^Wenna/ })
        .first()
        .click();
      await matrix.getByRole('button', { name: /^Wenna in shot 6:/ }).click();
      await page.getByTestId('matrix-pair').waitFor();
      await settled(page);
      return whole(page);
    },
  },
  {
    name: 'story.webp',
    size: SMALL,
    take: async (page) => {
      await goTo(page, '6');
      await press(page, 'Shift+G');
      return whole(page);
    },
  },
  {
    name: 'playing.webp',
    size: SMALL,
    take: async (page) => {
      await goTo(page, '6');
      await press(page, 'Shift+Space');
      return whole(page);
    },
  },
  {
    name: 'composition.webp',
    size: WINDOW,
    take: async (page) => {
      await goTo(page, '2');
      await press(page, 'Shift+R');
      await page.getByRole('button', { name: /^Composition \d/ }).click();
      await settled(page);
      return whole(page);
    },
  },
  {
    name: 'ordering.webp',
    size: SMALL,
    take: async (page) => {
      await goTo(page, '3');
      await page.getByTestId('frame-4').click({ modifiers: ['ControlOrMeta'] });
      const [from, to] = await Promise.all(
        ['3', '6'].map((number) => page.getByTestId(`frame-${number}`).boundingBox()),
      );
      if (!from || !to) throw new Error('the shots are not on the screen');
      const home = [from.x + from.width / 2, from.y + 30] as const;
      await page.mouse.move(...home);
      await page.mouse.down();
      await page.mouse.move(to.x + 8, to.y + 30, { steps: 12 });
      await page.waitForTimeout(300);
      const picture = await part(page, '.strip-room');
      // Back where they are, nothing is moved.
      await page.mouse.move(...home, { steps: 6 });
      await page.mouse.up();
      return picture;
    },
  },
  {
    name: 'brand-style.webp',
    size: { width: 1200, height: 900 },
    take: async (page) => {
      await goTo(page, '1');
      for (let more = 0; more < 7; more++) await page.keyboard.press('Shift+ArrowRight');
      await press(page, 'Shift+B');
      for (const number of ['10', '12', '15']) {
        await goTo(page, number);
        await press(page, 'Shift+O');
      }
      await press(page, 'Control+b');
      await page.getByRole('dialog').getByText('the farthest off first').waitFor();
      await settled(page);
      const picture = await part(page, '[role="dialog"]');
      await press(page, 'Escape', 'Control+z', 'Control+z', 'Control+z', 'Control+z');
      return picture;
    },
  },
  { name: 'pipeline.webp', size: { width: 1000, height: 760 }, take: stageInTerminal },
];

/** Made after the tour, in this order: they order pictures. */
export const LAST: readonly Row[] = [
  { name: 'generators-part.webp', size: SMALL, take: markedPart },
  { name: 'generators-proof.webp', size: SMALL, take: repaired },
  { name: 'generators-tray.webp', size: { width: 1200, height: 900 }, take: candidates },
];
