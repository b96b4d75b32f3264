/** What the program makes of a board, beside what a careful person does. */
import { canonFrom, clashesAmong, MAJORITY, OfferTally, type SheetEntry } from '@core/canon/index.js';
import { statementOf } from '@core/claims/index.js';
import type { Frame } from '@core/findings/index.js';
import { fact, found, frameOf } from '@core/findings/testing/story.js';
import type { Finding } from '@shared/analysis.js';
import { type Claim, type Fact, type PositionedFact, positionFacts } from '@shared/records/index.js';
import { columns, type Part, type Row, stretchOf } from './boards.js';

/** Of a board. An entry that is found in another stretch of shots is missing, and what was found is wrong. */
export interface Scored {
  readonly right: readonly string[];
  readonly missing: readonly string[];
  readonly wrong: readonly string[];
}

type Told = Pick<Row<'sheet'>, 'sheet' | 'shots'>;

const entryOf = (line: string): SheetEntry => {
  const [name = '', ...rest] = line.split(': ');
  return { name, description: rest.join(': ') };
};

const shotsOf = ({ shots }: Pick<Told, 'shots'>) =>
  shots.map((description, position) => ({ id: String(position + 1), description, position }));

/** What sheet and shots say, with the shots that it holds for. */
function canonOf(told: Told): PositionedFact[] {
  const shots = shotsOf(told);
  return positionFacts(canonFrom(shots, told.sheet.map(entryOf), ''), shots);
}

const stemsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [])
    .filter((word) => !['a', 'an', 'the', 'of', 'in', 'with'].includes(word))
    .map((word) => word.replace(/(?:ies|es|s|ed|e|y)$/, ''));

const saysAll = (text: string, words: string): boolean => {
  const stems = stemsOf(text);
  return stemsOf(words).every((stem) => stems.includes(stem));
};

/** "a girl": who somebody is, which is right of everybody whose looks nobody tells. */
function isBare({ statement }: Pick<Fact, 'statement'>): boolean {
  const { noun, negated } = statementOf(statement);
  return !negated && statement.replace(/^(?:an?|the) /, '') === noun && !noun.includes(' ');
}

const printed = ({ name, statement, from, to }: PositionedFact): string =>
  `${name} | ${statement} | ${(from ?? 0) + 1}-${to === null ? '' : to + 1}`;

/** `expected` and what is `said`, each with whether one is the other. */
function held<Of>(
  expected: readonly string[],
  said: readonly Of[],
  is: (one: Of, line: string) => boolean,
  print: (one: Of) => string,
  maybe: readonly string[] = [],
): Scored {
  const allowed = [...expected, ...maybe];
  return {
    right: expected.filter((line) => said.some((one) => is(one, line))),
    missing: expected.filter((line) => !said.some((one) => is(one, line))),
    wrong: said.filter((one) => !allowed.some((line) => is(one, line))).map(print),
  };
}

function isFact({ name, statement, from, to }: PositionedFact, line: string): boolean {
  const [who = '', words = '', shots] = columns(line);
  const stretch = stretchOf(shots);
  return (
    name.toLowerCase() === who.toLowerCase() &&
    saysAll(statement, words) &&
    (from ?? 0) === stretch.from &&
    to === stretch.to
  );
}

const facts = (row: Row<'sheet'>): Scored =>
  held(
    row.facts,
    canonOf(row).filter((one) => !isBare(one)),
    isFact,
    printed,
    row.maybe,
  );

function clashes({ shots, given, clash }: Row<'clashes'>): Scored {
  const board = shotsOf({ shots: Array.from({ length: shots }, () => '') });
  const stated = given.map((line): PositionedFact => {
    const [subject, name = '', statement = '', where] = columns(line);
    const { from, to } = stretchOf(where);
    return fact(name, statement, {
      subject: subject as Fact['subject'],
      from: from === 0 ? null : from,
      to,
    });
  });
  const said = clashesAmong(stated, board).map(({ shotId }) => shotId);
  return held(
    clash === null ? [] : [String(clash)],
    said,
    (one, line) => one === line,
    (shotId) => `shot ${shotId}`,
  );
}

/** The shortest claim that says all of these words. */
const saying = (claims: readonly Claim[], words: string): Claim | undefined =>
  claims.filter(({ text }) => saysAll(text, words)).toSorted((a, b) => a.text.length - b.text.length)[0];

/** The board's frames, where the judge says no to what `fails` names and yes to all else. */
function framesOf(told: Told, fails: readonly string[], canon: readonly PositionedFact[]): Frame[] {
  return shotsOf(told).map(({ id, position, description }) => {
    const asked = frameOf(description, { id, position, facts: canon });
    const missed = fails.flatMap((line) => {
      const [shot, words = ''] = columns(line);
      const claim = shot === id ? saying(asked.claims, words) : undefined;
      return claim ? [[`${claim.negated ? 'no ' : ''}${claim.text}`, 0.05] as const] : [];
    });
    return frameOf(description, { id, position, facts: canon, sees: Object.fromEntries(missed) });
  });
}

function findingsOf(told: Told, fails: readonly string[]): Finding[] {
  const canon = canonOf(told);
  const frames = framesOf(told, fails, canon);
  return frames.flatMap((frame) => found(frame, { frames, facts: canon }));
}

const printedFinding = ({ shotId, message }: Finding): string => `shot ${shotId}: ${message}`;

const against = (row: Row<'against'>): Scored =>
  held(
    row.against,
    findingsOf(row, []),
    ({ kind, shotId, message }, line) => {
      const [shot, thing = '', since] = columns(line);
      return (
        kind === 'wrong-state' &&
        shotId === shot &&
        saysAll(message, thing) &&
        message.includes(`since shot ${since}`)
      );
    },
    printedFinding,
  );

function isDrift(
  { kind, shotId, message, claimIds }: Finding,
  line: string,
  texts: ReadonlyMap<string, string>,
) {
  const [shot, words = '', last] = columns(line);
  const said = /(?:Last seen in|since) shot (\d+)/.exec(message)?.[1] ?? 'never';
  return (
    (kind === 'attribute-drift' || kind === 'wrong-state') &&
    shotId === shot &&
    claimIds.some((id) => saysAll(texts.get(id) ?? '', words)) &&
    said === last
  );
}

function drift(row: Row<'drift'>): Scored {
  const canon = canonOf(row);
  const frames = framesOf(row, row.fails, canon);
  const texts = new Map(frames.flatMap(({ claims }) => claims.map(({ id, text }) => [id, text])));
  return held(
    row.drifts,
    frames.flatMap((frame) => found(frame, { frames, facts: canon })),
    (finding, line) => isDrift(finding, line, texts),
    printedFinding,
  );
}

function offers(row: Row<'offers'>): Scored {
  const canon = canonOf(row);
  const tally = new OfferTally(canon);
  for (const { shot, claims, verdicts } of framesOf(row, row.fails, canon))
    tally.add({ shot: { id: shot.id, position: Number(shot.id) - 1 }, claims, verdicts });
  return held(
    row.offers,
    tally.offers(MAJORITY, new Set()),
    ({ name, statement }, line) => {
      const [who = '', words = ''] = columns(line);
      return name.toLowerCase() === who.toLowerCase() && saysAll(statement, words);
    },
    ({ message }) => message,
  );
}

const SCORES: { readonly [Of in Part]: (row: Row<Of>) => Scored } = {
  sheet: facts,
  looks: facts,
  props: facts,
  clashes,
  against,
  offers,
  drift,
};

export const scored = <Of extends Part>(part: Of, row: Row<Of>): Scored => SCORES[part](row);
