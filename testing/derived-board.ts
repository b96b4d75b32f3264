import type { Finding, Suggestion, TakeAnalysis } from '@shared/analysis.js';
import type { Overview, TakeSummary } from '@shared/overview.js';
import { EMPTY_RECORDS, type Records, type Shot, type Take } from '@shared/records/index.js';

export const shot = (position: number, change: Partial<Shot> = {}): Shot => ({
  id: `s${position}`,
  position,
  number: String(position + 1),
  scene: null,
  description: 'a girl in a red coat',
  prompt: 'a girl in a blue coat',
  negativePrompt: '',
  duration: null,
  pickId: `t${position}`,
  status: 'pending',
  note: '',
  stars: 0,
  ...change,
});

export const take = (position: number, change: Partial<Take> = {}): Take => ({
  id: `t${position}`,
  shotId: `s${position}`,
  sha256: String(position % 10).repeat(64),
  path: `${position}.png`,
  width: 1280,
  height: 720,
  origin: { kind: 'imported' },
  round: 0,
  prompt: 'a girl in a blue coat',
  negativePrompt: '',
  seed: '7',
  settings: {},
  made: null,
  unreadable: null,
  createdAt: position,
  ...change,
});

export const analysis = (takeId: string, description: number): TakeAnalysis => ({
  takeId,
  state: 'done',
  error: null,
  scores: { description, style: null, characters: null, quality: null },
  found: true,
  verdicts: [],
  whole: null,
  quality: [],
  style: [],
  palette: [],
  judge: 'storybook',
  judgeVersion: '1',
  coarse: false,
  milliseconds: null,
});

export const summary = (description: number | null, change: Partial<TakeSummary> = {}): TakeSummary => ({
  state: 'done',
  error: null,
  scores: { description, style: null, characters: null, quality: null },
  found: true,
  unsure: false,
  judged: description === null ? 0 : 1,
  palette: [],
  ...change,
});

export const finding = (position: number, change: Partial<Finding> = {}): Finding => ({
  key: `f${position}`,
  kind: 'attribute-drift',
  severity: 'high',
  shotId: `s${position}`,
  takeId: `t${position}`,
  message: 'The coat is blue.',
  claimIds: [],
  factId: null,
  evidence: { items: [], detail: '' },
  dismissed: false,
  ...change,
});

/** Answers the finding by naming the right colour. */
export const suggestion = (position: number): Suggestion => ({
  shotId: `s${position}`,
  takeId: `t${position}`,
  edits: [
    {
      key: 'red',
      kind: 'replace-word',
      reason: 'The coat is red',
      findingKeys: [`f${position}`],
      target: 'prompt',
      remove: 'blue',
      insert: 'red',
      at: 'in-place',
    },
  ],
  prompt: 'a girl in a red coat',
  negativePrompt: '',
  newSeed: false,
  instruction: '',
});

/** `count` analysed shots; those at `flagged` have a finding and a suggestion. */
export function boardOf(
  count: number,
  flagged: readonly number[] = [],
): { records: Records; overview: Overview } {
  const at = Array.from({ length: count }, (_, i) => i);
  return {
    records: {
      ...EMPTY_RECORDS,
      shot: Object.fromEntries(at.map((i) => [`s${i}`, shot(i)])),
      take: Object.fromEntries(at.map((i) => [`t${i}`, take(i)])),
    },
    overview: {
      summaries: Object.fromEntries(at.map((i) => [`t${i}`, summary(flagged.includes(i) ? 0.4 : 0.9)])),
      findings: Object.fromEntries(flagged.map((i) => [`s${i}`, [finding(i)]])),
      suggestions: Object.fromEntries(flagged.map((i) => [`s${i}`, suggestion(i)])),
    },
  };
}
