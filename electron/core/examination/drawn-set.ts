/** Pictures whose truth is known, drawn by the world of the embedded model: the same for every judge. */
import {
  renderScenePng,
  type Scene,
  sampleClaims,
  sampleScene,
  seededRandom,
  seedFrom,
  type WorldClaim,
} from '@models/storybook/world/index.js';
import { type Skill, skillOf } from '@shared/examination/index.js';
import sharp from 'sharp';

/** Changes with the set: answers to another set are no answers to this one. */
export const SET = 'drawn-2';
export const FRAMES = 25;
/** Of a frame; each is a claim that holds and one of its skill that does not: three hundred claims in all. */
const PAIRS = 6;
/** Of a frame, to choose from. */
const SAMPLED = 48;

export interface DrawnFrame {
  readonly picture: Buffer;
  /** The same without a hair of each edge: nobody sees the difference, and a judge should not either. */
  readonly trimmed: Buffer;
  readonly claims: readonly WorldClaim[];
}

interface Planned {
  readonly scene: Scene;
  readonly claims: readonly WorldClaim[];
}

/** None of the seeds that the embedded model was trained, fitted or measured on. */
function planned(): Planned[] {
  const asked = new Map<Skill, number>();
  return Array.from({ length: FRAMES }, (_, frame) => {
    const scene = sampleScene(seededRandom(seedFrom('examination', frame)), { atLeast: 2 });
    const random = seededRandom(seedFrom('examination', frame, 'claims'));
    return { scene, claims: evenly(sampleClaims(scene, random, SAMPLED), asked) };
  });
}

/** Pairs of the skills that were asked least so far, which are counted in `asked`. */
function evenly(claims: readonly WorldClaim[], asked: Map<Skill, number>): WorldClaim[] {
  const open = new Map<Skill, { yes: WorldClaim[]; no: WorldClaim[] }>();
  for (const claim of claims) {
    const skill = skillOf(claim);
    const group = open.get(skill) ?? { yes: [], no: [] };
    open.set(skill, group);
    const side = claim.truth ? group.yes : group.no;
    if (!side.some(({ text }) => text === claim.text)) side.push(claim);
  }
  const chosen: WorldClaim[] = [];
  const countOf = (skill: Skill): number => asked.get(skill) ?? 0;
  while (chosen.length < 2 * PAIRS) {
    const [skill] = [...open]
      .filter(([, { yes, no }]) => yes.length > 0 && no.length > 0)
      .map(([one]) => one)
      .sort((a, b) => countOf(a) - countOf(b));
    const group = skill && open.get(skill);
    const [yes, no] = [group?.yes.shift(), group?.no.shift()];
    if (!skill || !yes || !no) break;
    chosen.push(yes, no);
    asked.set(skill, countOf(skill) + 1);
  }
  return chosen;
}

let plan: Planned[] | null = null;

/** `frame`: 0 to FRAMES − 1. */
export async function drawnFrame(frame: number): Promise<DrawnFrame> {
  plan ??= planned();
  const { scene, claims } = plan[frame] as Planned;
  const picture = await renderScenePng(scene);
  return { picture, trimmed: await trimmed(picture), claims };
}

/** Share of width and height that is taken from each edge. */
const HAIR = 0.01;

async function trimmed(picture: Buffer): Promise<Buffer> {
  const image = sharp(picture);
  const { width, height } = await image.metadata();
  const [left, top] = [Math.ceil(HAIR * width), Math.ceil(HAIR * height)];
  return image
    .extract({ left, top, width: width - 2 * left, height: height - 2 * top })
    .png()
    .toBuffer();
}
