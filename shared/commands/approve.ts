import { z } from 'zod';
import { basisOf, givenReferences } from '../out-of-date/index.js';
import {
  add,
  candidateIds,
  id,
  instruction,
  MOST_CANDIDATES,
  MOST_REFERENCES,
  mask,
  need,
  pictured,
  put,
  seed,
} from '../records/index.js';
import { declined } from './candidates.js';
import { define } from './definition.js';
import { seedOf } from './inputs.js';
import { byScore, decide, needTake, onShot, partsOf, roundAfter, setShot } from './on-shot.js';

/** Notes that one order may be made for. */
const MOST_ANSWERED = 100;

/**
 * Yes to a suggested or edited prompt: the shot is approved and one regeneration is ordered, which waits until a
 * generator takes it; or as many `candidates`, which are one round. `seed` 'keep' repeats the take's seed, 'new' draws
 * one; it is of the first candidate, and the others draw their own.
 */
export const approveSuggestion = define(
  'approve-suggestion',
  {
    ...onShot,
    takeId: id,
    prompt: z.string().min(1),
    negativePrompt: z.string(),
    seed: z.union([z.literal('keep'), z.literal('new'), seed]),
    strength: z.number().min(0).max(1).nullable(),
    /** Only this part of the take is made anew; absent = all of it. */
    mask: mask.optional(),
    /** What to change in the take's picture; absent = the prompt is drawn anew. */
    instruction: instruction.optional(),
    /** What the picture should look like; absent = only as its words say. */
    references: z.array(pictured).min(1).max(MOST_REFERENCES).optional(),
    /** Absent = 1. */
    candidates: z.number().int().min(1).max(MOST_CANDIDATES).optional(),
    acceptedEdits: z.array(z.string()),
    /** Keys of the findings that they answer. Absent = none. */
    answers: z.array(z.string()).optional(),
    /** Notes on the shot that it is made for. Absent = none. */
    noteIds: z.array(id).min(1).max(MOST_ANSWERED).optional(),
    /** The artist changed the words by hand. */
    edited: z.boolean(),
  },
  {
    apply: (records, command, inputs) => {
      const { shotId, takeId, prompt, negativePrompt, acceptedEdits, strength, candidates = 1 } = command;
      const parts = partsOf(records, shotId);
      const words = { ...parts, shot: { ...parts.shot, prompt, negativePrompt } };
      const { instruction, references } = command;
      for (const one of references ?? [])
        'takeId' in one ? need(records, 'take', one.takeId) : need(records, 'portrait', one.portraitId);
      const basis = basisOf(words, takeId, command.answers, givenReferences(records, references ?? []));
      const take = needTake(records, shotId, takeId);
      const round = roundAfter(records, shotId, inputs);
      const kept = command.seed === 'keep' ? take.seed : command.seed === 'new' ? null : command.seed;
      return [
        setShot(records, shotId, { status: 'approved', prompt, negativePrompt }),
        decide(records, inputs, command.edited ? 'edit' : 'approve', {
          shotId,
          takeId,
          acceptedEdits,
          prompt,
          negativePrompt,
          basis,
        }),
        ...(command.noteIds ?? []).map((noteId) =>
          put('comment', { ...need(records, 'comment', noteId), requestId: inputs.id }),
        ),
        ...candidateIds(inputs.id, candidates).map((requestId, n) =>
          add(records, 'request', {
            id: requestId,
            shotId,
            fromTakeId: takeId,
            prompt,
            negativePrompt,
            seed: (n === 0 ? kept : null) ?? seedOf(requestId),
            strength,
            mask: command.mask ?? null,
            ...(instruction !== undefined && { instruction }),
            ...(references && { references }),
            generator: inputs.generator,
            round,
            setId: candidates > 1 ? inputs.id : null,
            declined: false,
            position: inputs.at,
            approvedBy: 'artist',
            state: 'queued',
            handle: null,
            resultTakeId: null,
            error: null,
            basis,
            createdAt: inputs.at,
          }),
        ),
      ];
    },
    label: (_command, shots) => `Approve ${shots}`,
  },
);

/** The frame is right as it is, and no candidate is wanted in its place. Nothing is regenerated. */
export const approveTake = define(
  'approve-take',
  { ...onShot, takeId: id, byScore },
  {
    apply: (records, { type: _type, ...of }, inputs) => {
      const { shotId, takeId } = of;
      needTake(records, shotId, takeId);
      return [
        setShot(records, shotId, { status: 'approved', pickId: takeId }),
        ...declined(records, shotId),
        decide(records, inputs, 'approve', {
          ...of,
          basis: basisOf(partsOf(records, shotId), takeId),
        }),
      ];
    },
    label: (_command, shots) => `Approve ${shots} as ${shots.startsWith('shot ') ? 'it is' : 'they are'}`,
  },
);
