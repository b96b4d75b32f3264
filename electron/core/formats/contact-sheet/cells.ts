/** What a contact sheet says of each shot in play, in story order, whatever it is drawn with. Pure. */
import type { FeedbackShot } from '@shared/feedback.js';
import { type Figure, type Shot, type ShotStatus, shotsInPlay, type Take } from '@shared/records/index.js';
import { bySeverity, openAmong, type Severity } from '@shared/severity.js';
import { openDrawing, toldComments } from '../comments/told.js';
import { feedbackInSteps } from '../feedback/in-steps.js';
import type { WriteContext, WriterContext } from '../format.js';
import { noteOnOmitted } from '../in-play.js';

export interface Cell {
  readonly shotId: string;
  readonly number: string;
  readonly scene: string | null;
  /** Null where no picture counts. */
  readonly take: Take | null;
  /** "Approved · 4 of 5 stars · description 88 · style 90"; '' where that is not shown. */
  readonly told: string;
  /** Those that the artist has not set aside, the worst first. */
  readonly findings: readonly {
    readonly severity: Severity;
    readonly message: string;
    readonly key: string;
  }[];
  readonly description: string;
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly note: string;
  /** Notes, the artist's own and those that came back from earlier sheets: "Ann, 2026-11-28: darker". */
  readonly comments: readonly string[];
  /** Over its picture. */
  readonly drawing: readonly Figure[];
}

/** What stands over a whole sheet: "12 shots · 2026-11-28 · Continuist". */
export function headOf({ board, now }: WriteContext): {
  readonly id: string;
  readonly title: string;
  readonly told: string;
} {
  const { records } = board.review;
  const [{ id, title } = { id: '', title: 'Storyboard' }] = Object.values(records.storyboard);
  const shots = shotsInPlay(records).length;
  const day = new Date(now).toISOString().slice(0, 10);
  return { id, title, told: `${shots} ${shots === 1 ? 'shot' : 'shots'} · ${day} · Continuist` };
}

/** Whatever of it is not to be shown is empty. */
export async function cellsOf(context: WriterContext): Promise<Cell[]> {
  const { records } = context.board.review;
  const { shots: told } = await feedbackInSteps(context);
  noteOnOmitted(context);
  return shotsInPlay(records).flatMap((shot) => {
    const feedback = told[shot.position];
    if (!feedback) return [];
    const cell = cellOf(shot, feedback, records.take[shot.pickId ?? ''] ?? null);
    return { ...cell, ...HIDDEN[context.chosen.show ?? ''] };
  });
}

const NO_REVIEW = { told: '', findings: [], prompt: '', negativePrompt: '', note: '' } as const;

/** By what is chosen to be shown. */
const HIDDEN: Readonly<Record<string, Partial<Cell>>> = {
  descriptions: NO_REVIEW,
  pictures: { ...NO_REVIEW, description: '', comments: [], drawing: [] },
};

function cellOf(shot: Shot, feedback: FeedbackShot, take: Take | null): Cell {
  const { id: shotId, number, scene, description, prompt, negativePrompt, note } = shot;
  return {
    shotId,
    number,
    scene,
    take,
    told: toldOf(shot, feedback),
    findings: openAmong(feedback.findings)
      .map(({ severity, message, key }) => ({ severity, message, key }))
      .sort(bySeverity),
    description,
    prompt,
    negativePrompt,
    note,
    comments: toldComments(feedback),
    drawing: openDrawing(feedback, take?.sha256),
  };
}

const SCORES = ['description', 'style', 'characters', 'quality'] as const;

function toldOf({ status, stars }: Shot, feedback: FeedbackShot): string {
  const scores = SCORES.flatMap((name) => {
    const value = feedback.scores[name];
    const excuse = name === 'style' ? feedback.scores.styleExcuse : undefined;
    return value === null
      ? []
      : [`${name} ${Math.round(value * 100)}${excuse === undefined ? '' : ` (excused: ${excuse})`}`];
  });
  const isUnjudged = feedback.scores.description === null;
  return [
    decisionOf(feedback) || STATUS_WORDS[status],
    ...(stars > 0 ? [`${stars} of 5 stars`] : []),
    ...(isUnjudged ? [scores.length > 0 ? 'description not judged' : 'not judged'] : []),
    ...scores,
  ].join(' · ');
}

const STATUS_WORDS: Readonly<Record<ShotStatus, string>> = {
  pending: 'Waiting',
  approved: 'Approved',
  'needs-changes': 'Needs changes',
  rejected: 'Rejected',
  'on-hold': 'On hold',
};

/** "Rejected by Mira: too dark", where the last decision made the status; findings that were dismissed are no part of it. */
function decisionOf({ status, decisions }: FeedbackShot): string {
  const last = decisions.filter(({ kind }) => kind !== 'dismiss').at(-1);
  if (!last || status === 'pending') return '';
  return `${STATUS_WORDS[status]} by ${last.who}${last.reason ? `: ${last.reason}` : ''}`;
}
