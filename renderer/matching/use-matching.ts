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
import { useEffect, useMemo, useState } from 'react';
import { tryCall } from '../link/index.js';
import { useDocument } from '../stores/index.js';
import { heldOf, hold, type Own, ownTold, tabStorage } from './held.js';

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
  /** What is said here beside what was said before, counted; '' where nothing is. */
  readonly told: string;
  /** Pictures that are put by hand here. */
  readonly put: Own['pictures'];
  write(pattern: string): void;
  /** null = left out. */
  putTo(path: string, shot: string | null): void;
  /** It is found as before it was put by hand here. */
  release(path: string): void;
  /** null = not read. */
  read(header: string, meaning: string | null): Promise<void>;
  take(token: string): Promise<void>;
  /** Nothing is said here any more. */
  beginAnew(): Promise<void>;
  /** It was used. */
  forget(): void;
}

export function useMatching(first: MatchQuestion): Matching {
  const reviewKey = useDocument((mirror) => mirror.reviewKey);
  const of = (token: string | null) => token ?? `open ${reviewKey}`;
  const [left] = useState(() => heldOf(tabStorage(), of(first.token)));
  const [question, setQuestion] = useState(first);
  const [own, setOwn] = useState(left?.own ?? nothingOver(first.said));
  const [pattern, setPattern] = useState(left?.pattern ?? first.said.pattern ?? '');
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
  /** By the columns as they are said; what is said over it is `next`. */
  const say = async (token: string | null, before: MatchChoice, next: Own, typed: string) => {
    const columns = Object.keys(next.columns).length + Object.keys(own.columns).length;
    if ((columns > 0 || token !== question.token) && !(await ask(token, before, saidOver(before, next))))
      return;
    setOwn(next);
    setPattern(typed);
  };
  const told = ownTold(own, said.pattern);
  const key = of(question.token);
  useEffect(() => {
    hold(tabStorage(), key, told === '' && pattern === (said.pattern ?? '') ? null : { own, pattern });
  }, [key, own, pattern, told, said]);
  // The columns were left read otherwise than the source was read just now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it opens
  useEffect(() => {
    if (left && Object.keys(left.own.columns).length > 0)
      void ask(first.token, first.said, saidOver(first.said, left.own));
  }, []);
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
    told,
    put: own.pictures,
    putTo: (path, shot) => setOwn((now) => ({ ...now, pictures: { ...now.pictures, [path]: shot } })),
    release: (path) =>
      setOwn((now) => {
        const { [path]: _, ...pictures } = now.pictures;
        return { ...now, pictures };
      }),
    read: async (header, meaning) => {
      const next = { ...own, columns: { ...own.columns, [header]: meaning } };
      if (await ask(question.token, said, saidOver(said, next))) setOwn(next);
    },
    take: (token) => {
      const kept = heldOf(tabStorage(), of(token));
      return say(token, NO_CHOICE, kept?.own ?? nothingOver(NO_CHOICE), kept?.pattern ?? '');
    },
    beginAnew: () => say(question.token, said, nothingOver(said), said.pattern ?? ''),
    forget: () => hold(tabStorage(), key, null),
  };
}

/** What is said over it, before anything is. */
const nothingOver = ({ pattern }: MatchChoice): Own => ({ pattern, pictures: {}, columns: {} });
