/**
 * Boards of any size, made by a program in seconds: a shots file, tiny pictures each of its own, and a real review
 * file with records, measures and judgements, as if everything had been analysed. The same options give the same
 * board.
 */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { claimId } from '@core/canon/index.js';
import { judgementRow, measuresRow, openReview } from '@core/review/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import { type Random, seededRandom, seedFrom } from '@models/storybook/world/index.js';
import { DatabaseSync } from '@photostructure/sqlite';
import { answerKey, type FrameMeasures, type Judgement } from '@shared/analysis.js';
import { type Claim, EMPTY_RECORDS, type Records, type Shot, type Take } from '@shared/records/index.js';
import sharp from 'sharp';
import { drawnMeasures, jittered } from './frames.js';
import { PACED_JUDGE, TOWER_LENGTH } from './paced-judge.js';
import { benchFacts, benchWords, STYLE_BRIEF, type Words } from './words.js';

export interface MadeBoardOptions {
  readonly shots: number;
  /** Share of the claims that fail, 0–1. */
  readonly failing: number;
  /** Whose judgements the review holds: the paced judge's, unless another one is to find them. */
  readonly judge?: Pick<JudgeDescription, 'id' | 'version'>;
  /** Shots at the end that nothing is known of yet. Default 0. */
  readonly waiting?: number;
  /** Makes the picture of a shot, of bytes that no other one has; tiny ones, unless said otherwise. */
  readonly picture?: (at: number, random: Random) => Promise<MadePicture>;
  readonly seed?: number;
}

/** In its file. */
export interface MadePicture {
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly extension: 'png' | 'jpg';
}

const SHOTS_PER_SCENE = 25;
const TINY = { width: 64, height: 36, extension: 'png' } as const;

interface Made {
  readonly shot: Shot;
  readonly take: Take;
  readonly claims: readonly Claim[];
}

/** Writes the board into `folder`, which is made, and returns the path to open. */
export async function makeBoard(folder: string, options: MadeBoardOptions): Promise<string> {
  const {
    shots: count,
    failing,
    judge = PACED_JUDGE,
    waiting = 0,
    picture = tinyPicture,
    seed = 1,
  } = options;
  const facts = benchFacts();
  const words = benchWords(facts);
  const drawn = await drawnMeasures();
  await mkdir(join(folder, 'keyframes'), { recursive: true });
  const made: Made[] = [];
  for (let at = 0; at < count; at++) {
    const drawing = await picture(at, seededRandom(seedFrom(seed, at, 'picture')));
    const one = makeShot(at, words[seedFrom(seed, at, 'words') % words.length] as Words, drawing, seed);
    await writeFile(join(folder, one.take.path), drawing.bytes);
    made.push(one);
  }
  await writeFile(join(folder, 'shots.json'), JSON.stringify(shotsFile(made)));

  const review = openReview({ folder, dataFolder: join(folder, 'data') });
  const { file } = review;
  review.importRecords(recordsOf(made, facts), 'Open storyboard');
  review.close();

  // One transaction for all of them; the review itself writes each to the disk.
  const db = new DatabaseSync(file);
  db.exec('BEGIN');
  const measures = db.prepare('INSERT INTO measures (sha256, json) VALUES (?, ?)');
  const judgements = db.prepare('INSERT INTO judgement (key, json) VALUES (?, ?)');
  for (const [at, { take, shot, claims }] of made.slice(0, count - waiting).entries()) {
    const random = seededRandom(seedFrom(seed, at, 'frame'));
    const frame = jittered(drawn[at % drawn.length] as FrameMeasures, random);
    measures.run(take.sha256, measuresRow(frame));
    const judgement = judgementOf(shot, claims, judge, failing, random);
    judgements.run(`${take.sha256}:${judge.version}`, judgementRow(judgement));
  }
  db.exec('COMMIT');
  db.close();
  return folder;
}

function makeShot(at: number, words: Words, picture: MadePicture, seed: number): Made {
  const number = String(at + 1);
  const id = `shot-${number.padStart(5, '0')}`;
  const { bytes, width, height, extension } = picture;
  const ids = new Map(
    words.claims.map((claim) => [claim.id, claimId(id, claim.kind, claim.text, claim.negated)]),
  );
  const take: Take = {
    id: `take-${number.padStart(5, '0')}`,
    shotId: id,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    path: `keyframes/shot_${number.padStart(5, '0')}.${extension}`,
    width,
    height,
    origin: { kind: 'imported' },
    round: 0,
    // Of its own, as prompts are, so that none is read for another one.
    prompt: `${words.description} Frame ${number}.`,
    negativePrompt: 'text, watermark',
    seed: String(seedFrom(seed, at)),
    settings: { steps: 28, cfg: 6.5, model: 'storyboard-xl' },
    // Else it is a board of an earlier version, whose pictures are asked in the background while changes are measured.
    made: { tool: null, loras: [], notRead: [] },
    unreadable: null,
    createdAt: 1_700_000_000_000,
  };
  const shot: Shot = {
    id,
    position: at,
    number,
    scene: `Scene ${Math.floor(at / SHOTS_PER_SCENE) + 1}`,
    description: words.description,
    prompt: take.prompt,
    negativePrompt: take.negativePrompt,
    duration: 3,
    pickId: take.id,
    status: 'pending',
    note: '',
    stars: 0,
  };
  const claims = words.claims.map((claim) => ({
    ...claim,
    id: ids.get(claim.id) as string,
    shotId: id,
    parents: claim.parents.flatMap((parent) => ids.get(parent) ?? []),
  }));
  return { shot, take, claims };
}

/** Two colours, the lower of which no other picture has: of as many as a large board has two by chance were alike. */
async function tinyPicture(at: number, random: Random): Promise<MadePicture> {
  const above = [0, 0, 0].map(() => Math.floor(256 * random()));
  const below = [at & 255, (at >> 8) & 255, (at >> 16) & 255];
  const pixels = Buffer.alloc(TINY.width * TINY.height * 3);
  for (let y = 0; y < TINY.height; y++)
    for (let x = 0; x < TINY.width; x++)
      pixels.set((y < TINY.height / 2 ? above : below) as number[], (y * TINY.width + x) * 3);
  const { width, height } = TINY;
  const drawing = sharp(pixels, { raw: { width, height, channels: 3 } }).png({ compressionLevel: 1 });
  return { ...TINY, bytes: await drawing.toBuffer() };
}

const shotsFile = (made: readonly Made[]) => ({
  titleId: 'Made board',
  styleBrief: STYLE_BRIEF,
  totalShots: made.length,
  shots: made.map(({ shot, take }) => ({
    shotNumber: shot.number,
    scene: shot.scene,
    duration: shot.duration,
    sceneDescription: shot.description,
    visualPrompt: shot.prompt,
    negativePrompt: shot.negativePrompt,
    imagePath: take.path,
  })),
});

function recordsOf(made: readonly Made[], facts: Records['fact'][string][]): Records {
  const byId = <T extends { id: string }>(rows: readonly T[]) =>
    Object.fromEntries(rows.map((row) => [row.id, row]));
  const storyboard = {
    id: 'storyboard',
    title: 'Made board',
    source: { kind: 'pipeline' as const, name: 'shots.json', format: 'story-pipeline' },
    styleBrief: STYLE_BRIEF,
    createdAt: 1_700_000_000_000,
  };
  return {
    ...EMPTY_RECORDS,
    storyboard: byId([storyboard]),
    shot: byId(made.map(({ shot }) => shot)),
    take: byId(made.map(({ take }) => take)),
    claim: byId(made.flatMap(({ claims }) => claims)),
    fact: byId(facts),
  };
}

function judgementOf(
  shot: Shot,
  claims: readonly Claim[],
  judge: Pick<JudgeDescription, 'id' | 'version'>,
  failing: number,
  random: Random,
): Judgement {
  const p = (claim: Claim) => {
    const holds = random() < failing ? 0.3 * random() : 0.7 + 0.3 * random();
    return claim.negated ? 1 - holds : holds;
  };
  return {
    judge: judge.id,
    judgeVersion: judge.version,
    answers: Object.fromEntries(claims.map((claim) => [answerKey(claim), { p: p(claim), reason: '' }])),
    whole: { [shot.description]: 0.5 + 0.5 * random() },
    // As single-precision numbers are written.
    features: Array.from({ length: TOWER_LENGTH }, () => Math.fround(1 + 0.2 * random())),
    milliseconds: 400,
    coarse: false,
    at: 1_700_000_000_000,
  };
}
