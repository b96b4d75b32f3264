/** Claims about words in a picture, answered by reading it: a judge that looks for them is often wrong. */
import type { Board } from '@core/board/index.js';
import type { Measures } from '@core/measures/index.js';
import { answerKey, type Judgement, type Writing } from '@shared/analysis.js';
import { lettersIn, lettersWrongWithin } from '@shared/letters.js';
import type { Claim, Take } from '@shared/records/index.js';
import type { SlipQuestion } from '@shared/slips.js';

type Answer = Judgement['answers'][string];

/** P where every letter was read, and where nothing like it was; between them it falls with the share of wrong letters. */
const MOST = 0.97;
const LEAST = 0.03;
/** Of wrong letters, the share from which nothing like it was read. */
const UNLIKE = 0.4;
/** Letters that what reads knows. */
const KNOWN = /^[\p{Script=Latin}\p{Script=Han}\p{Script=Common}\p{Script=Inherited}]+$/u;

/** P that `words` are among the lines. `lines`: from top to bottom; words may run over several. */
export function writtenIn(words: string, lines: readonly Pick<Writing, 'text'>[]): number {
  const letters = lettersIn(words).length;
  const all = lines.map(({ text }) => text).join(' ');
  const wrong = Math.min(
    letters,
    ...[...lines.map(({ text }) => text), all].map((text) => lettersWrongWithin(words, text)),
  );
  return MOST - (MOST - LEAST) * Math.min(1, wrong / letters / UNLIKE);
}

/** Words that can be looked for letter by letter; null where the claim names none, or in letters that are not known. */
function wordsOf(question: Claim | SlipQuestion): string | null {
  if (!('value' in question) || question.kind !== 'text' || question.value === null) return null;
  return lettersIn(question.value) !== '' && KNOWN.test(question.value) ? question.value : null;
}

/**
 * By a question's id: its key in a judgement, and the answer. Empty where none asks for words, or nothing here reads. The
 * picture is read once: what was read is kept with its measures, after `measured`.
 */
export async function answersRead(
  board: Board,
  take: Take,
  file: string,
  questions: readonly (Claim | SlipQuestion)[],
  measures: Measures,
  measured: Promise<void>,
): Promise<ReadonlyMap<string, readonly [key: string, answer: Answer]>> {
  const asked = questions.flatMap((question) => {
    const words = wordsOf(question);
    return words === null ? [] : [{ question, words }];
  });
  if (asked.length === 0) return new Map();
  const lines = board.measures(take)?.writing ?? (await measures.readWriting(file));
  if (lines === null) return new Map();
  await measured;
  const known = board.measures(take);
  if (known && !known.writing) board.measured(take, { ...known, writing: [...lines] });
  return new Map(
    asked.map(({ question, words }) => [
      question.id,
      [answerKey(question), { p: writtenIn(words, lines), reason: '' }] as const,
    ]),
  );
}
