import { expect, it } from 'vitest';
import {
  COMMENTS_HAVE_PLACES,
  REQUESTS_ARE_QUEUED,
  REQUESTS_HAVE_MASKS,
  ROW_MIGRATIONS,
  TAKES_ARE_MADE,
} from './migrations.js';
import { NO_PARTS } from './no-parts.js';

const [boundsAreShots, claimsHaveParts, requestsHaveHandles] = ROW_MIGRATIONS;

it('a fact that named positions names the shots that stood there', () => {
  const shot = { a: { id: 'a', position: 1 }, b: { id: 'b', position: 0 } };
  const next = (from: unknown, to: unknown) => boundsAreShots?.fact?.({ id: 'f', from, to }, { shot });
  expect(next(0, 1)).toEqual({ id: 'f', firstShotId: 'b', lastShotId: 'a' });
  expect(next(null, null)).toEqual({ id: 'f', firstShotId: null, lastShotId: null });
  expect(() => next(0, 7)).toThrow('No shot stood at position 7.');
  expect(() => boundsAreShots?.fact?.({ from: 0, to: null }, {})).toThrow('No shot stood at position 0.');
});

it('claims get their parts and requests their handle', () => {
  expect(claimsHaveParts?.claim?.({ id: 'c', text: 'a girl' }, {})).toEqual({
    id: 'c',
    text: 'a girl',
    ...NO_PARTS,
  });
  expect(requestsHaveHandles?.request?.({ id: 'r' }, {})).toEqual({ id: 'r', handle: null });
});

it('takes say that their pictures’ files were not asked', () => {
  expect(TAKES_ARE_MADE.take?.({ id: 't', seed: '1' }, {})).toEqual({ id: 't', seed: '1', made: null });
});

it('requests are for a whole picture', () => {
  expect(REQUESTS_HAVE_MASKS.request?.({ id: 'r' }, {})).toEqual({ id: 'r', mask: null });
});

it('comments are about a whole picture', () => {
  expect(COMMENTS_HAVE_PLACES.comment?.({ id: 'c', text: 'x' }, {})).toEqual({
    id: 'c',
    text: 'x',
    place: null,
  });
});

it('requests stand in the queue as they were ordered, each by itself', () => {
  expect(REQUESTS_ARE_QUEUED.request?.({ id: 'r', createdAt: 7 }, {})).toEqual({
    id: 'r',
    createdAt: 7,
    setId: null,
    declined: false,
    position: 7,
  });
});
