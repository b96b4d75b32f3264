import { PickAnswers, type PickAnswersOptions } from '../pick-answers.js';

/** Answers about a board of which nothing is known but these. */
export const plainAnswers = (known: Partial<PickAnswersOptions>): PickAnswers =>
  new PickAnswers({
    records: () => ({ shot: {}, fact: {} }) as never,
    layoutOf: () => [],
    positionOf: () => -1,
    standingOf: () => null,
    shotBefore: () => null,
    rules: () => [],
    sensitivity: () => 'balanced',
    cropsIn: () => null,
    ...known,
  });
