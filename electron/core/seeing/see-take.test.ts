import type { Board } from '@core/board/index.js';
import type { SeeRequest } from '@inference/index.js';
import type { Sighting } from '@shared/sighting.js';
import { aClaim, aTake } from '@testing/records.js';
import { expect, it } from 'vitest';
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

it('looks at a picture once, and again when more is asked for', async () => {
  let claims = [said('girl')];
  let kept: Sighting | null = null;
  const asked: (readonly string[])[] = [];
  const board = {
    claimsOf: () => claims,
    sighting: () => kept,
    sighted: (_: unknown, sighting: Sighting) => {
      kept = sighting;
    },
    fileOf: async () => 'picture.png',
  } as unknown as Board;
  const inference = {
    see: async (_: string, { labels }: SeeRequest) => {
      asked.push(labels);
      return { version: 'v1', detections: [], unknown: [], vectors: [] };
    },
  };
  const look = () => seeTake(board, aTake(0), 'storybook', inference);
  await look();
  expect((await look()).labels).toEqual(['girl', 'person']);
  expect(asked).toHaveLength(1);
  claims = [said('fox')];
  expect((await look()).labels).toEqual(['fox', 'person', 'girl']);
  expect(asked).toHaveLength(2);
});
