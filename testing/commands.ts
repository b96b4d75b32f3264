import type { Command } from '@shared/commands/index.js';
import type { Records } from '@shared/records/index.js';
import fc from 'fast-check';
import { aFact } from './records.js';

const words = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });

/** Draws a command that suits `records`: ids that are there, most of the time, and some that are not. */
export type Draw = (records: Records) => Command;

const pickFrom = (rows: Readonly<Record<string, unknown>>, at: number): string => {
  const ids = Object.keys(rows).sort();
  // One past the end is the id that is not there.
  return ids[at % (ids.length + 1)] ?? 'nowhere';
};

const at = fc.nat(1000);

export const drawCommand: fc.Arbitrary<Draw> = fc.oneof(
  fc
    .record({
      at,
      words,
      edited: fc.boolean(),
      candidates: fc.constantFrom(1, 3),
      seed: fc.constantFrom('keep' as const, 'new' as const, '7'),
    })
    .map(
      ({ at, words, edited, candidates, seed }): Draw =>
        (records) => {
          const shotId = pickFrom(records.shot, at);
          const takeId = records.shot[shotId]?.pickId ?? 'nowhere';
          return {
            type: 'approve-suggestion',
            shotId,
            takeId,
            prompt: words,
            negativePrompt: '',
            seed,
            strength: null,
            candidates,
            acceptedEdits: ['a'],
            edited,
          };
        },
    ),
  fc
    .record({
      at,
      words,
      type: fc.constantFrom('reject' as const, 'hold' as const, 'needs-changes' as const),
    })
    .map(
      ({ at, words, type }): Draw =>
        (r) => ({ type, shotId: pickFrom(r.shot, at), reason: words }),
    ),
  at.map(
    (n): Draw =>
      (r) => ({ type: 'reset-status', shotId: pickFrom(r.shot, n) }),
  ),
  at.map(
    (n): Draw =>
      (r) => ({ type: 'approve-take', shotId: pickFrom(r.shot, n), takeId: pickFrom(r.take, n) }),
  ),
  at.map(
    (n): Draw =>
      (r) => ({ type: 'pick-take', shotId: pickFrom(r.shot, n), takeId: pickFrom(r.take, n) }),
  ),
  fc.tuple(at, fc.constantFrom('k1', 'k2'), fc.boolean()).map(
    ([n, key, off]): Draw =>
      (r) => {
        const shotId = pickFrom(r.shot, n);
        return off
          ? { type: 'dismiss-finding', shotId, key, reason: '' }
          : { type: 'restore-finding', shotId, key };
      },
  ),
  fc.tuple(at, words).map(
    ([n, description]): Draw =>
      (r) => ({ type: 'edit-description', shotId: pickFrom(r.shot, n), description }),
  ),
  fc.tuple(at, words).map(
    ([n, prompt]): Draw =>
      (r) => ({ type: 'edit-prompt', shotId: pickFrom(r.shot, n), prompt, negativePrompt: '' }),
  ),
  fc.tuple(at, words).map(
    ([n, text]): Draw =>
      (r) => ({ type: 'add-claim', shotId: pickFrom(r.shot, n), kind: 'entity', text }),
  ),
  fc.tuple(at, words, fc.boolean()).map(
    ([n, text, muted]): Draw =>
      (r) => ({ type: 'edit-claim', claimId: pickFrom(r.claim, n), text, muted }),
  ),
  at.map(
    (n): Draw =>
      (r) => ({ type: 'remove-claim', claimId: pickFrom(r.claim, n) }),
  ),
  fc.tuple(at, words).map(
    ([n, note]): Draw =>
      (r) => ({ type: 'set-note', shotId: pickFrom(r.shot, n), note }),
  ),
  fc.tuple(at, fc.nat(5)).map(
    ([n, stars]): Draw =>
      (r) => ({ type: 'set-stars', shotId: pickFrom(r.shot, n), stars }),
  ),
  fc.tuple(at, fc.constantFrom(null, 0.5, 2, 7)).map(
    ([n, seconds]): Draw =>
      (r) => ({ type: 'set-duration', shotId: pickFrom(r.shot, n), seconds }),
  ),
  fc.tuple(fc.array(at, { minLength: 1, maxLength: 4 }), at, fc.constantFrom('before', 'after')).map(
    ([many, beside, side]): Draw =>
      (r) => ({
        type: 'move-shots',
        shotIds: many.map((n) => pickFrom(r.shot, n)),
        beside: pickFrom(r.shot, beside),
        side,
      }),
  ),
  fc.tuple(at, fc.constantFrom('Pier', 'Mill')).map(
    ([n, scene]): Draw =>
      (r) => ({ type: 'split-scene', shotId: pickFrom(r.shot, n), scene }),
  ),
  fc.tuple(at, fc.constantFrom('Pier', 'Mill', null)).map(
    ([n, scene]): Draw =>
      (r) => ({ type: 'name-scene', shotId: pickFrom(r.shot, n), scene }),
  ),
  at.map(
    (n): Draw =>
      (r) => ({ type: 'join-scenes', shotId: pickFrom(r.shot, n) }),
  ),
  fc.tuple(at, at).map(
    ([n, m]): Draw =>
      (r) => ({ type: 'make-scene', shotIds: [pickFrom(r.shot, n), pickFrom(r.shot, m)], scene: '7' }),
  ),
  fc.tuple(fc.nat(2), words).map(
    ([n, statement]): Draw =>
      () => ({ type: 'put-fact', fact: { ...aFact(`fact-${n}`), statement } }),
  ),
  fc.tuple(at, at, fc.option(words)).map(
    ([n, m, statement]): Draw =>
      (r) => ({
        type: 'change-fact',
        factId: pickFrom(r.fact, n),
        shotId: pickFrom(r.shot, m),
        statement: statement?.trim() ? statement : null,
      }),
  ),
  at.map(
    (n): Draw =>
      (r) => ({ type: 'remove-fact', factId: pickFrom(r.fact, n) }),
  ),
  at.map(
    (n): Draw =>
      (r) => ({ type: 'cancel-request', requestId: pickFrom(r.request, n) }),
  ),
  at.map(
    (n): Draw =>
      (r) => ({ type: 'approve-again', requestId: pickFrom(r.request, n) }),
  ),
  at.map(
    (n): Draw =>
      (r) => ({ type: 'retry-request', requestId: pickFrom(r.request, n) }),
  ),
  fc.tuple(at, at).map(
    ([n, before]): Draw =>
      (r) => ({
        type: 'move-request',
        requestId: pickFrom(r.request, n),
        beforeId: before % 3 === 0 ? null : pickFrom(r.request, before),
      }),
  ),
  fc.boolean().map(
    (paused): Draw =>
      () => ({ type: 'pause-queue', paused }),
  ),
  at.map(
    (n): Draw =>
      (r) => ({ type: 'decline-candidates', shotId: pickFrom(r.shot, n) }),
  ),
  words.map(
    (title): Draw =>
      () => ({ type: 'rename', title }),
  ),
);
