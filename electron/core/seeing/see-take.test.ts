import type { Board } from '@core/board/index.js';
import type { SeeRequest } from '@inference/index.js';
import type { PublishedEye } from '@models/library/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { Sighting } from '@shared/sighting.js';
import { aClaim, aTake } from '@testing/records.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { askNoMore } from './ask-no-more.js';
import { nounsOf } from './nouns.js';
import { seeTake } from './see-take.js';

const said = (
  subject: string,
  object: string | null = null,
  kind: 'entity' | 'relation' | 'phrase' = 'entity',
) => ({
  ...aClaim(0),
  kind,
  subject,
  object,
});

it('asks for every noun of the claims once, and for people', () => {
  const claims = [
    said('girl'),
    said('girl', 'lantern', 'relation'),
    said('coat', 'buttons'),
    said('mist', null, 'phrase'),
  ];
  expect(nounsOf(claims)).toEqual(['girl', 'lantern', 'coat', 'person']);
});

let claims: ReturnType<typeof said>[];
let kept: Sighting | null;
let asked: SeeRequest[];
/** The picture is of the drawn world. */
let isDrawn: boolean;

beforeEach(() => {
  claims = [said('girl')];
  kept = null;
  asked = [];
  isDrawn = true;
});

const board = {
  claimsOf: () => claims,
  sighting: () => kept,
  sighted: (_: unknown, sighting: Sighting) => {
    kept = sighting;
  },
  fileOf: async () => 'picture.png',
} as unknown as Board;

const OPEN = { id: 'open', version: 'v1' } as PublishedEye;

async function see(_judge: string, request: SeeRequest) {
  asked.push(request);
  const knows = request.eye === 'open' || isDrawn;
  return { version: 'v1', detections: [], unknown: knows ? [] : request.labels, vectors: [] };
}

/** Which eyes were asked. */
async function look(eye: PublishedEye | null = null): Promise<string[]> {
  asked = [];
  expect(await seeTake(board, aTake(0), 'storybook', { see, eye })).toBe(kept);
  return asked.map((one) => one.eye);
}

describe('a picture', () => {
  it('is looked at once, and again when more is asked for', async () => {
    expect(await look()).toEqual(['storybook']);
    expect(kept?.labels).toEqual(['girl', 'person']);
    expect(await look()).toEqual([]);
    claims = [said('fox')];
    expect(await look()).toEqual(['storybook']);
    expect(kept?.labels).toEqual(['fox', 'person', 'girl']);
  });

  it('of the drawn world is asked of its own eye alone', async () => {
    expect(await look(OPEN)).toEqual(['storybook']);
    expect(await look(OPEN)).toEqual([]);
    expect(await look(null)).toEqual([]);
  });

  it('of another world is asked of the eye that is here now, once for each of its versions', async () => {
    isDrawn = false;
    expect(await look()).toEqual(['storybook']);
    expect(await look()).toEqual([]);
    expect(await look(OPEN)).toEqual(['storybook', 'open']);
    expect(kept).toMatchObject({ eye: 'open', eyeVersion: 'v1', unknown: [] });
    expect(await look(OPEN)).toEqual([]);
    expect(await look({ ...OPEN, version: 'v2' })).toEqual(['storybook', 'open']);
    expect(await look({ ...OPEN, id: 'other' })).toEqual(['storybook', 'other']);
    expect(await look(null)).toEqual(['storybook']);
    expect(kept).toMatchObject({ eye: 'storybook', unknown: ['girl', 'person'] });
  });
});

it('an eye that fails is said once and asked no more, another still is, and a picture’s fault is not an eye’s', async () => {
  const told: unknown[] = [];
  const failing = askNoMore(
    {
      eye: OPEN,
      see: async (judge, request) => {
        const seen = await see(judge, request);
        if (request.file === 'broken') throw new ContinuistError('IMAGE_UNREADABLE', 'broken');
        if (request.eye === 'open') throw new ContinuistError('JUDGE_UNAVAILABLE', 'no network');
        return seen;
      },
    },
    (thrown) => told.push(thrown),
  );
  const ask = (eye: string, file: string) => failing.see('storybook', { eye, file, labels: ['girl'] });
  await expect(ask('open', 'broken')).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' });
  expect(told).toEqual([]);
  for (const file of ['a', 'b'])
    await expect(ask('open', file)).rejects.toMatchObject({ code: 'JUDGE_UNAVAILABLE' });
  await ask('storybook', 'a');
  expect(asked.map(({ eye, file }) => `${eye} ${file}`)).toEqual(['open broken', 'open a', 'storybook a']);
  expect(told.map(String)).toEqual([expect.stringMatching(/the eye open failed.*no network/)]);
  expect(failing.eye).toBe(OPEN);
});
