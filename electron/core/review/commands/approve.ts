import { ContinuistError } from '@shared/errors.js';
import { roundsUsed } from '@shared/records/index.js';
import { type Apply, decide, need, needTake, put, setShot } from './context.js';

/** Orders one regeneration with the approved words. The request waits until a generator takes it. */
export const approveSuggestion: Apply<'approve-suggestion'> = (records, command, context) => {
  const { shotId, takeId, prompt, negativePrompt, acceptedEdits } = command;
  const shot = need(records, 'shot', shotId);
  const take = needTake(records, shotId, takeId);
  const round = roundsUsed(records, shotId) + 1;
  const { generator, rounds } = context.settings;
  if (round > rounds)
    throw new ContinuistError('LIMIT_REACHED', `shot ${shot.number}, ${rounds} of ${rounds}`, {
      shotId,
      rounds,
    });
  const seed =
    command.seed === 'new'
      ? context.newSeed()
      : command.seed === 'keep'
        ? (take.seed ?? context.newSeed())
        : command.seed;
  const approved = setShot(records, shotId, { status: 'approved', prompt, negativePrompt });
  const decided = decide(approved, context, command.edited ? 'edit' : 'approve', {
    shotId,
    takeId,
    acceptedEdits,
    prompt,
    negativePrompt,
  });
  return put(decided, 'request', {
    id: context.newId(),
    shotId,
    fromTakeId: takeId,
    prompt,
    negativePrompt,
    seed,
    strength: command.strength,
    generator,
    round,
    approvedBy: context.approvedBy,
    state: 'queued',
    resultTakeId: null,
    error: null,
    createdAt: context.now(),
  });
};

export const approveTake: Apply<'approve-take'> = (records, { shotId, takeId }, context) => {
  needTake(records, shotId, takeId);
  const approved = setShot(records, shotId, { status: 'approved', pickId: takeId });
  return decide(approved, context, 'approve', { shotId, takeId });
};
