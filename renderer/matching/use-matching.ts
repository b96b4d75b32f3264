/** What the artist says of a match, and what comes of it, worked out as they say it. */
import type { MatchQuestion } from '@shared/contract/index.js';
import type { ErrorData } from '@shared/errors.js';
import {
  type Match,
  type MatchChoice,
  matchOf,
  NO_CHOICE,
  parsePattern,
  problemTold,
  saidOver,
} from '@shared/matching/index.js';
import { useMemo, useState } from 'react';
import { tryCall } from '../link/index.js';

export interface Matching {
  /** Of the file that is chosen. */
  readonly question: MatchQuestion;
  readonly choice: MatchChoice;
  /** null while there is nothing to match. */
  readonly match: Match | null;
  /** Pictures in the order of the list, which stays while single ones are put elsewhere. */
  readonly order: readonly string[];
  readonly pattern: string;
  /** What is wrong with the pattern; '' where nothing is. */
  readonly problem: string;
  /** Why the source cannot be read. */
  readonly failure: ErrorData | null;
  readonly reading: boolean;
  write(pattern: string): void;
  /** null = left out. */
  put(path: string, shot: string | null): void;
  /** null = not read. */
  read(header: string, meaning: string | null): Promise<void>;
  take(token: string): Promise<void>;
}

export function useMatching(first: MatchQuestion): Matching {
  const [question, setQuestion] = useState(first);
  const [own, setOwn] = useState(nothingOver(first.said));
  const [pattern, setPattern] = useState(first.said.pattern ?? '');
  const [failure, setFailure] = useState<ErrorData | null>(null);
  const [reading, setReading] = useState(false);
  const { match: shown, said } = question;
  const basis = useMemo(
    () => shown && { pictures: shown.pictures.map(({ path }) => path), shots: shown.shots },
    [shown],
  );
  const choice = useMemo(() => saidOver(said, own), [said, own]);
  const { pattern: byPattern } = choice;
  const read = useMemo(
    () => basis && matchOf(basis, { ...NO_CHOICE, pattern: byPattern }),
    [basis, byPattern],
  );
  const match = useMemo(() => basis && matchOf(basis, choice), [basis, choice]);
  const parsed = pattern.trim() === '' ? null : parsePattern(pattern.trim());
  /** The source read by `next`, which is said over `before`. */
  const ask = async (token: string | null, before: MatchChoice, next: MatchChoice): Promise<boolean> => {
    // What is pressed meanwhile keeps the focus, and does nothing.
    if (reading) return false;
    setReading(true);
    const asked = await tryCall((api) =>
      token === null ? api.source.match({ match: next }) : api.open.match({ token, match: next }),
    );
    setReading(false);
    setFailure('error' in asked ? asked.error : null);
    if ('error' in asked) return false;
    setQuestion({ ...asked.value, files: first.files, said: before });
    return true;
  };
  return {
    question,
    choice,
    match,
    order: useMemo(() => read?.pictures.map(({ path }) => path) ?? [], [read]),
    pattern,
    problem: parsed && 'problem' in parsed ? problemTold(parsed.problem) : '',
    failure,
    reading,
    write: (text) => {
      setPattern(text);
      const next = text.trim();
      if (next === '') setOwn((now) => ({ ...now, pattern: null }));
      else if ('parts' in parsePattern(next)) setOwn((now) => ({ ...now, pattern: next }));
    },
    put: (path, shot) => setOwn((now) => ({ ...now, pictures: { ...now.pictures, [path]: shot } })),
    read: async (header, meaning) => {
      const next = { ...own, columns: { ...own.columns, [header]: meaning } };
      if (await ask(question.token, said, saidOver(said, next))) setOwn(next);
    },
    take: async (token) => {
      if (!(await ask(token, NO_CHOICE, NO_CHOICE))) return;
      setOwn(nothingOver(NO_CHOICE));
      setPattern('');
    },
  };
}

type Own = Omit<MatchChoice, 'otherNumbers'>;

/** What is said over it, before anything is. */
const nothingOver = ({ pattern }: MatchChoice): Own => ({ pattern, pictures: {}, columns: {} });
