import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMeasures, qualityOf, scoreOf, styleOf } from '@core/measures/index.js';
import { renderScenePng } from '@models/storybook/world/render.js';
import { sampleScene } from '@models/storybook/world/sample.js';
import type { Style } from '@models/storybook/world/scene.js';
import type { Finding, FrameMeasures } from '@shared/analysis.js';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsOfFrame } from './index.js';
import { wholeBoard } from './testing/whole-board.js';

/** Half of the size that frames usually have, so that a dozen are drawn in a moment. */
const SIZE = { width: 640, height: 360 };
const FRAMES = 12;

let folder: string;
const measures = createMeasures({ threads: 2 });
const pictures: Buffer[] = [];
let clean: FrameMeasures[] = [];

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
/** What `comparedWith` asks of a frame, on boards that are compared whole. */
const whole = (takeId: string) => ({ takeId, sha256: '', scene: null, regenerated: false });
const draw = (random: () => number, style: Style) =>
  renderScenePng(sampleScene(random, { style, atLeast: 1 }), SIZE);
let files = 0;
async function measured(bytes: Buffer): Promise<FrameMeasures> {
  const file = join(folder, `${files++}.img`);
  await writeFile(file, bytes);
  return measures.measure(file);
}
/** Findings of a board, with some frames' measures and descriptions replaced. */
function findingsOf(
  changed: Record<number, FrameMeasures>,
  descriptions: Record<number, string> = {},
): Finding[] {
  const frames = clean.map((own, i) => ({
    ...whole(`take-${i}`),
    shotId: `shot-${i}`,
    number: String(i + 1),
    description: descriptions[i] ?? 'A girl walks.',
    measures: changed[i] ?? own,
  }));
  const quality = qualityOf(frames);
  const style = styleOf(
    frames.map((f) => ({ ...f, features: f.measures.style, tower: [] })),
    'balanced',
    quality,
  );
  const picks = frames.map(({ shotId, takeId, number, description, measures }) => ({
    shot: { id: shotId, number, description },
    take: { id: takeId },
    claims: [],
    verdicts: [],
    measures,
    failure: null,
  }));
  const board = wholeBoard({ frames: picks, facts: {}, quality, style });
  return picks.flatMap((frame) => findingsOfFrame(frame, board));
}
const seen = (findings: readonly Finding[]) => findings.map(({ kind, shotId }) => `${kind} ${shotId}`);
async function noisy(bytes: Buffer, sigma: number): Promise<Buffer> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const random = seeded(5);
  for (let i = 0; i < data.length; i++) {
    const normal = Math.sqrt(-2 * Math.log(random() + 1e-9)) * Math.cos(2 * Math.PI * random());
    data[i] = Math.max(0, Math.min(255, Math.round((data[i] ?? 0) + sigma * normal)));
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .png()
    .toBuffer();
}

/** Four tones in each channel. */
async function posterised(bytes: Buffer, lighter = 0): Promise<Buffer> {
  const { data, info } = await sharp(bytes).linear(1, lighter).raw().toBuffer({ resolveWithObject: true });
  return sharp(
    data.map((value) => value & 0b11000000),
    { raw: info },
  )
    .png()
    .toBuffer();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-pixels-'));
  const random = seeded(41);
  for (let i = 0; i < FRAMES; i++) pictures.push(await draw(random, 'gouache'));
  clean = await Promise.all(pictures.map(measured));
});
afterAll(async () => {
  await measures.close();
  await rm(folder, { recursive: true, force: true });
});
const picture = (i: number) => pictures[i] ?? Buffer.alloc(0);

describe('a board of one hand with mixed places, hours and framings', () => {
  it('has no findings', () => {
    expect(seen(findingsOf({}))).toEqual([]);
  });

  it('scores its frames high', () => {
    const quality = qualityOf(clean.map((m, i) => ({ ...whole(String(i)), measures: m, description: '' })));
    expect(Object.keys(quality)).toHaveLength(clean.length);
    for (const list of Object.values(quality)) expect(scoreOf(list)).toBeGreaterThan(0.8);
  });
});

describe('planted faults', () => {
  it('finds a blurred frame, and lets one be that asks for it', async () => {
    const blurred = { 3: await measured(await sharp(picture(3)).blur(2.5).png().toBuffer()) };
    const findings = findingsOf(blurred);
    expect(seen(findings)).toEqual(['blur shot-3']);
    expect(findings[0]?.key).toBe('blur:shot-3');
    expect(findings[0]?.evidence.detail).toMatch(/^edge width in px \d+\.\d, board \d+\.\d$/);
    expect(findingsOf(blurred, { 3: 'A girl walks, soft focus.' })).toEqual([]);
    expect(seen(findingsOf(blurred, { 3: 'A girl walks, no blur.' }))).toEqual(['blur shot-3']);
  });

  it('finds a frame that is blurred until no edge is left', async () => {
    const blurred = { 3: await measured(await sharp(picture(3)).blur(14).png().toBuffer()) };
    expect(seen(findingsOf(blurred))).toContain('blur shot-3');
  });

  it('calls what was sharpened too much so, and not noisy', async () => {
    const sharpened = sharp(picture(6)).sharpen({ sigma: 1.8, m1: 2, m2: 2, x1: 1, y2: 90, y3: 90 });
    const findings = seen(findingsOf({ 6: await measured(await sharpened.png().toBuffer()) }));
    expect(findings).toContain('ringing shot-6');
    expect(findings).not.toContain('noise shot-6');
  });

  it('finds noise and compression blocks', async () => {
    const findings = findingsOf({
      2: await measured(await noisy(picture(2), 18)),
      7: await measured(await sharp(picture(7)).jpeg({ quality: 12 }).toBuffer()),
    });
    expect(seen(findings)).toEqual(['noise shot-2', 'compression shot-7']);
  });

  it.each<[name: string, sign: RegExp, change: (bytes: Buffer) => Promise<Buffer>]>([
    ['that is posterised', /it has only a few tones, like a poster\.$/, posterised],
    ['that is posterised until most of it is black', /only a few tones/, (bytes) => posterised(bytes, -90)],
    [
      'that is faded',
      /it is faded, with lighter shadows and paler colours than the other shots\.$/,
      (bytes) => sharp(bytes).modulate({ saturation: 0.35 }).linear(0.6, 90).png().toBuffer(),
    ],
  ])('finds a frame %s, calls it one of style and says how', async (_, sign, change) => {
    const findings = findingsOf({ 6: await measured(await change(picture(6))) });
    expect(seen(findings)).toEqual(['style-drift shot-6']);
    expect(findings[0]?.message).toMatch(sign);
  });

  it('does not take rain or snow for an order of noise', async () => {
    const noisyFrame = { 2: await measured(await noisy(picture(2), 18)) };
    expect(seen(findingsOf(noisyFrame, { 2: 'A girl walks in the rain.' }))).toEqual(['noise shot-2']);
    expect(seen(findingsOf(noisyFrame, { 2: 'Snow falls on a girl.' }))).toEqual(['noise shot-2']);
    expect(seen(findingsOf(noisyFrame, { 2: 'A girl walks, grainy old film.' }))).not.toContain(
      'noise shot-2',
    );
  });

  it('finds a blank frame and says nothing else of it', async () => {
    const grey = sharp({ create: { ...SIZE, channels: 3, background: '#707070' } });
    expect(seen(findingsOf({ 5: await measured(await grey.png().toBuffer()) }))).toEqual([
      'flat-frame shot-5',
    ]);
  });

  it('calls a frame that is black all over blank', async () => {
    const black = { 4: await measured(await sharp(picture(4)).linear(0.02, 0).png().toBuffer()) };
    expect(seen(findingsOf(black))).toEqual(['flat-frame shot-4']);
  });

  it.each([
    ['crushed to black', -204, 'Much of the picture is pure black.'],
    ['blown out to white', 150, 'Much of the picture is blown out to white.'],
  ])('finds a frame that is %s but for its extremes', async (_, shift, message) => {
    const shifted = { 4: await measured(await sharp(picture(4)).linear(1, shift).png().toBuffer()) };
    expect(findingsOf(shifted)).toMatchObject([{ kind: 'exposure', shotId: 'shot-4', message }]);
  });

  it.each([
    ['re-encoded', (p: Buffer) => sharp(p).jpeg({ quality: 70 }).toBuffer()],
    ['brighter', (p: Buffer) => sharp(p).linear(1.06, 4).png().toBuffer()],
    [
      'slightly cropped',
      (p: Buffer) =>
        sharp(p).extract({ left: 6, top: 4, width: 628, height: 352 }).resize(SIZE).png().toBuffer(),
    ],
  ])('finds a %s copy of an earlier shot, on the later one', async (_, change) => {
    const findings = findingsOf({ 9: await measured(await change(picture(1))) });
    expect(seen(findings)).toContain('near-duplicate shot-9');
    expect(findings.find(({ kind }) => kind === 'near-duplicate')?.key).toBe('near-duplicate:shot-9:shot-1');
    expect(seen(findings)).not.toContain('near-duplicate shot-1');
  });

  it('does not take another moment in the same place for a copy', async () => {
    const random = seeded(8);
    const first = sampleScene(random, { style: 'gouache', place: 'village', framing: 'medium', atLeast: 2 });
    const other = sampleScene(random, { style: 'gouache', place: 'village', framing: 'medium', atLeast: 2 });
    const later = { ...first, subjects: other.subjects };
    const findings = findingsOf({
      1: await measured(await renderScenePng(first, SIZE)),
      2: await measured(await renderScenePng(later, SIZE)),
    });
    expect(seen(findings).filter((f) => f.startsWith('near-duplicate'))).toEqual([]);
  });

  it.each(['ink', 'coloured pencil'] as const)('finds a frame drawn in %s', async (style) => {
    const foreign = await measured(await draw(seeded(77), style));
    const findings = findingsOf({ 6: foreign });
    expect(seen(findings)).toEqual(['style-drift shot-6']);
    expect(findings[0]?.evidence.detail).toMatch(/leaves?.*board/);
  });
});

it('compares nothing on a board of two frames', () => {
  const two = clean.slice(0, 2).map((m, i) => ({ ...whole(String(i)), measures: m, description: '' }));
  expect(qualityOf(two)[0]?.every(({ z, flagged }) => z === null && !flagged)).toBe(true);
  const style = styleOf(two.map((f) => ({ ...f, features: f.measures.style, tower: [] })));
  expect(style[0]).toMatchObject({ score: null, flagged: false });
});
