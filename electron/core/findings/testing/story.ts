/** Frames as they come of a description and a judge who says no to some of it. */
import { claimsForShot } from '@core/canon/index.js';
import type { FrameStyle } from '@core/measures/index.js';
import type { Finding, Measure } from '@shared/analysis.js';
import { settle } from '@shared/claim-graph.js';
import type { CompositionRule } from '@shared/composition/index.js';
import type { Claim, PositionedFact } from '@shared/records/index.js';
import { type BoardAnswers, type Frame, findingsOfFrame } from '../index.js';
import { wholeBoard } from './whole-board.js';

export const THRESHOLDS = { pass: 0.6, fail: 0.4 } as const;

export interface Told {
  readonly id?: string;
  readonly position?: number;
  readonly facts?: readonly PositionedFact[];
  /** P(all is as wished) by the claim's text; all else is seen as asked for. */
  readonly sees?: Readonly<Record<string, number>>;
  /** What the artist changed of the claims. */
  readonly change?: (claims: Claim[]) => Claim[];
}

/** The pick of shot `id` ("1"), take `t` and id. */
export function frameOf(description: string, told: Told = {}): Frame {
  const { id = '1', position = 0, facts = [], sees = {}, change = (claims) => claims } = told;
  const claims = change(claimsForShot({ id, position, description }, facts, []));
  const answers = new Map(
    claims.map((claim) => {
      const p = sees[`${claim.negated ? 'no ' : ''}${claim.text}`] ?? 0.95;
      return [claim.id, claim.negated ? 1 - p : p];
    }),
  );
  for (const text of Object.keys(sees))
    if (!claims.some((claim) => `${claim.negated ? 'no ' : ''}${claim.text}` === text))
      throw new Error(`No claim says “${text}”: ${claims.map((claim) => claim.text).join(', ')}`);
  return {
    shot: { id, number: id, description },
    take: { id: `t${id}` },
    claims,
    verdicts: settle(claims, answers, () => THRESHOLDS),
    measures: null,
    failure: null,
  };
}

export interface Around {
  /** The picks in story order, the frame among them; absent = it is the first. */
  readonly frames?: readonly Frame[];
  readonly others?: readonly Frame[];
  readonly facts?: readonly PositionedFact[];
  readonly quality?: readonly Measure[];
  readonly style?: FrameStyle;
  readonly rules?: readonly CompositionRule[];
}

/** The board around a frame; `quality` and `style` are the frame's own. */
export const boardOf = (
  frame: Frame,
  { others = [], frames = [frame, ...others], facts = [], quality, style, rules = [] }: Around = {},
): BoardAnswers =>
  wholeBoard({
    frames,
    facts: Object.fromEntries(facts.map((fact) => [fact.id, fact])),
    quality: quality ? { [frame.take.id]: quality } : {},
    style: style ? { [frame.take.id]: style } : {},
    rules,
  });

export const found = (frame: Frame, around: Around = {}): Finding[] =>
  findingsOfFrame(frame, boardOf(frame, around));

/** Something true of the story. */
export const fact = (
  name: string,
  statement: string,
  more: Partial<PositionedFact> = {},
): PositionedFact => ({
  id: `${name}: ${statement}`,
  subject: 'character',
  name,
  statement,
  aliases: [],
  firstShotId: null,
  lastShotId: null,
  from: null,
  to: null,
  origin: 'sheet',
  ...more,
});
