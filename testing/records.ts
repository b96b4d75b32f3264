import {
  type Claim,
  type Decision,
  type Drawing,
  EMPTY_RECORDS,
  type Fact,
  NO_PARTS,
  type Note,
  type Portrait,
  type Records,
  type Request,
  type Shot,
  type Take,
} from '@shared/records/index.js';

export const aShot = (n: number): Shot => ({
  id: `shot-${n}`,
  position: n,
  number: String(n + 1),
  scene: 'Harbour',
  description: 'Mira waits under a red umbrella',
  prompt: 'a girl under a red umbrella, harbour, ink',
  negativePrompt: 'text',
  duration: 2.5,
  pickId: `take-${n}`,
  status: 'pending',
  note: '',
  stars: 0,
});

export const aTake = (n: number): Take => ({
  id: `take-${n}`,
  shotId: `shot-${n}`,
  sha256: n.toString(16).padStart(64, '0'),
  path: `frames/${n}.png`,
  width: 640,
  height: 360,
  origin: { kind: 'imported' },
  round: 0,
  prompt: 'a girl under a red umbrella, harbour, ink',
  negativePrompt: 'text',
  seed: '18446744073709551615',
  settings: { steps: 20, model: 'ink' },
  made: null,
  unreadable: null,
  createdAt: 1_700_000_000_000,
});

export const aClaim = (n: number): Claim => ({
  id: `claim-${n}`,
  shotId: `shot-${n}`,
  kind: 'attribute',
  text: 'the umbrella is red',
  ...NO_PARTS,
  parents: n > 0 ? [`claim-${n - 1}`] : [],
  span: [17, 31],
  weight: 1,
  negated: false,
  muted: false,
  source: 'description',
  factId: null,
});

export const aFact = (id: string): Fact => ({
  id,
  subject: 'character',
  name: 'Mira',
  statement: 'a girl in a red coat',
  aliases: ['the girl'],
  firstShotId: null,
  lastShotId: null,
  origin: 'sheet',
});

/** A picture that the source has of one of its cast. */
export const aPortrait = (name: string, path = `refs/${name}.png`): Portrait => ({
  id: `portrait-${name}`,
  name,
  sha256: 'c'.repeat(64),
  path,
  width: 512,
  height: 768,
  unreadable: null,
  createdAt: 1_700_000_000_000,
});

/** An order for a picture of shot 0, as an approval makes it. */
export const aRequest = (id: string, fields: Partial<Request> = {}): Request => ({
  id,
  shotId: 'shot-0',
  fromTakeId: 'take-0',
  prompt: 'a lighthouse',
  negativePrompt: '',
  seed: '1',
  strength: null,
  mask: null,
  generator: 'command',
  round: 1,
  setId: null,
  declined: false,
  position: 1,
  approvedBy: 'artist',
  state: 'queued',
  handle: null,
  resultTakeId: null,
  error: null,
  createdAt: 1,
  ...fields,
});

export const aDecision = (id: string, fields: Pick<Decision, 'kind'> & Partial<Decision>): Decision => ({
  id,
  shotId: 'shot-0',
  takeId: null,
  reason: '',
  acceptedEdits: [],
  prompt: null,
  negativePrompt: null,
  findingKey: null,
  who: 'artist',
  at: 0,
  ...fields,
});

/** Said of the picture of shot 0. */
export const aNote = (id: string, fields: Partial<Note> = {}): Note => ({
  id,
  shotId: 'shot-0',
  sha256: aTake(0).sha256,
  author: 'Ann',
  text: 'Darker, please',
  place: null,
  at: Date.UTC(2026, 10, 28, 9),
  state: 'open',
  ...fields,
});

/** Part of a note on the picture of shot 0. */
export const aDrawing = (id: string, commentId: string, fields: Partial<Drawing> = {}): Drawing => ({
  id,
  shotId: 'shot-0',
  commentId,
  figure: { kind: 'arrow', from: [0.1, 0.2], to: [0.5, 0.6], colour: 'red', size: 0.01 },
  at: Date.UTC(2026, 10, 28, 9),
  ...fields,
});

const byId = <T extends { id: string }>(rows: T[]): Record<string, T> =>
  Object.fromEntries(rows.map((row) => [row.id, row]));

/** A storyboard as an importer gives it: `count` shots, each with one take and one claim. */
export function aBoard(count: number): Records {
  const numbers = Array.from({ length: count }, (_, n) => n);
  return {
    ...EMPTY_RECORDS,
    storyboard: byId([
      {
        id: 'board',
        title: 'Harbour',
        source: { kind: 'pipeline', name: 'harbour', format: 'story-pipeline' } as const,
        styleBrief: 'ink and wash',
        createdAt: 1_700_000_000_000,
      },
    ]),
    shot: byId(numbers.map(aShot)),
    take: byId(numbers.map(aTake)),
    claim: byId(numbers.map(aClaim)),
    fact: byId([aFact('fact-0')]),
  };
}
