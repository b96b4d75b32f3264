/** What a contact sheet says of each shot, in story order, whatever it is drawn with. Pure. */
import type { FeedbackShot } from '@shared/feedback.js';
import { type Shot, type ShotStatus, shotsInOrder, type Take } from '@shared/records/index.js';
import { bySeverity, openAmong, type Severity } from '@shared/severity.js';
import { toldComments } from '../comments/told.js';
import { feedbackInSteps } from '../feedback/in-steps.js';
import type { WriteContext, WriterContext } from '../format.js';

export interface Cell {
  readonly shotId: string;
  readonly number: string;
  readonly scene: string | null;
  /** Null where no picture counts. */
  readonly take: Take | null;
  readonly status: ShotStatus;
  /** "Rejected by Mira: too dark"; what was decided of the shot last, where that says more than its status. */
  readonly decision: string;
  /** Of what was judged: its name and 0–100. */
  readonly scores: readonly (readonly [string, number])[];
  /** Those that the artist has not set aside, the worst first. */
  readonly findings: readonly { readonly severity: Severity; readonly message: string }[];
  readonly description: string;
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly note: string;
  /** As they came back from earlier sheets: "Ann, 2026-11-28: darker". */
  readonly comments: readonly string[];
  /** 0 = not rated. */
  readonly stars: number;
}

/** What stands over a whole sheet: "12 shots · 2026-11-28 · Continuist". */
export function headOf({ board, now }: WriteContext): {
  readonly id: string;
  readonly title: string;
  readonly told: string;
} {
  const { storyboard, shot } = board.review.records;
  const [{ id, title } = { id: '', title: 'Storyboard' }] = Object.values(storyboard);
  const shots = Object.keys(shot).length;
  const day = new Date(now).toISOString().slice(0, 10);
  return { id, title, told: `${shots} ${shots === 1 ? 'shot' : 'shots'} · ${day} · Continuist` };
}

export async function cellsOf(context: WriterContext): Promise<Cell[]> {
  const { records } = context.board.review;
  const { shots: told } = await feedbackInSteps(context);
  return shotsInOrder(records).flatMap((shot, at) => {
    const feedback = told[at];
    return feedback ? [cellOf(shot, feedback, records.take[shot.pickId ?? ''] ?? null)] : [];
  });
}

function cellOf(shot: Shot, feedback: FeedbackShot, take: Take | null): Cell {
  const { id: shotId, number, scene, status, description, prompt, negativePrompt, note, stars } = shot;
  return {
    shotId,
    number,
    scene,
    take,
    status,
    decision: decisionOf(feedback),
    scores: SCORES.flatMap((name) => {
      const value = feedback.scores[name];
      return value === null ? [] : [[name, Math.round(value * 100)] as const];
    }),
    findings: openAmong(feedback.findings)
      .map(({ severity, message }) => ({ severity, message }))
      .sort(bySeverity),
    description,
    prompt,
    negativePrompt,
    note,
    comments: toldComments(feedback),
    stars,
  };
}

const SCORES = ['description', 'style', 'characters', 'quality'] as const;

/** "Approved · 4 of 5 stars · description 88 · style 90". */
export function toldOf({ status, decision, stars, scores }: Cell): string {
  return [
    decision || STATUS_WORDS[status],
    ...(stars > 0 ? [`${stars} of 5 stars`] : []),
    ...(scores.length > 0 ? scores.map(([name, value]) => `${name} ${value}`) : ['not judged']),
  ].join(' · ');
}

const STATUS_WORDS: Readonly<Record<ShotStatus, string>> = {
  pending: 'Waiting',
  approved: 'Approved',
  'needs-changes': 'Needs changes',
  rejected: 'Rejected',
  'on-hold': 'On hold',
};

/** Of the last decision that made the shot's status; findings that were dismissed are no part of it. */
function decisionOf({ status, decisions }: FeedbackShot): string {
  const last = decisions.filter(({ kind }) => kind !== 'dismiss').at(-1);
  if (!last || status === 'pending') return '';
  return `${STATUS_WORDS[status]} by ${last.who}${last.reason ? `: ${last.reason}` : ''}`;
}
