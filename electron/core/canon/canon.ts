/** The state of the story's world, read from a character sheet, the style brief and the descriptions in order. */
import { createHash } from 'node:crypto';
import {
  canBeName,
  headOf,
  isPlural,
  type ReadClaim,
  readClaims,
  statementOf,
  withArticle,
} from '@core/claims/index.js';
import { type Fact, holdsAt, type PositionedFact, type Shot } from '@shared/records/index.js';
import { speaksOf } from '@shared/speaks-of.js';

import { castOf } from './facts.js';
import { sheetWords } from './sheet-entry.js';

export interface SheetEntry {
  readonly name: string;
  readonly description: string;
  readonly aliases?: readonly string[];
}

/** What a change leaves to be seen of a thing, by the words behind its noun. `no` = it is not there any more. */
const STATES: readonly (readonly [change: string, state: string])[] = [
  ['(?:goes|go|went|has gone|have gone|is|are) out', 'unlit'],
  ['(?:is|are) (?:blown out|put out|extinguished|unlit)', 'unlit'],
  ['(?:lights? up|(?:is|are) lit|starts? to glow|flares? up)', 'lit'],
  ['(?:breaks?|broke|shatters?|shattered|cracks?|(?:is|are) (?:broken|shattered))', 'broken'],
  [
    '(?:(?:is|are|was|were) (?:stolen|gone|lost|missing)|disappear(?:s|ed)?|vanish(?:es|ed)?|has vanished|sinks?)',
    'no',
  ],
  ['(?:(?:is|are|stands?) open|opens?)', 'open'],
  ['(?:(?:is|are) (?:closed|shut)|closes?|shuts?)', 'closed'],
];

/** "the old lamp goes out": a known thing and what becomes of it. */
const CHANGES = STATES.map(([change, state]) => ({
  state,
  pattern: new RegExp(`\\b(?:the|her|his|their) (?:[\\p{L}-]+ )??([\\p{L}-]+)\\s+${change}\\b`, 'giu'),
}));

/** What a statement settles, a garment or how the subject is: two of one subject that settle the same cannot both hold. */
function aspectOf(statement: string): string | null {
  const { object } = statementOf(statement).parts;
  return object === null ? null : headOf(object);
}

function factId(subject: string, name: string, statement: string, firstShotId: string | null): string {
  return createHash('sha256')
    .update(JSON.stringify([subject, name, statement, firstShotId]))
    .digest('hex')
    .slice(0, 24);
}

type BoardShot = Pick<Shot, 'id' | 'description' | 'position'>;

/** What is said of somebody from a position on. */
type Said = Pick<PositionedFact, 'subject' | 'name' | 'statement' | 'aliases' | 'from' | 'origin'>;

class Canon {
  readonly facts: PositionedFact[];
  readonly #ids: ReadonlyMap<number | null, string>;

  constructor(shots: readonly BoardShot[], facts: readonly PositionedFact[] = []) {
    this.facts = [...facts];
    this.#ids = new Map(shots.map(({ id, position }) => [position, id]));
  }

  put(fact: Said): void {
    const aspect = aspectOf(fact.statement);
    const position = fact.from ?? 0;
    const said = this.facts.filter(
      (one) => one.subject === fact.subject && one.name === fact.name && holdsAt(one, position),
    );
    if (said.some(({ statement }) => statement === fact.statement)) return;
    if (fact.from !== null)
      for (const one of said) if (aspectOf(one.statement) === aspect) this.#end(one, fact.from - 1);
    this.add(fact);
  }

  #end(fact: PositionedFact, to: number): void {
    const at = this.facts.indexOf(fact);
    // A fact that is replaced on the very shot where it began never held.
    if ((fact.from ?? 0) <= to) this.facts[at] = { ...fact, to, lastShotId: this.#idAt(to) };
    else this.facts.splice(at, 1);
  }

  add(fact: Said): void {
    const firstShotId = this.#idAt(fact.from);
    const id = factId(fact.subject, fact.name, fact.statement, firstShotId);
    this.facts.push({ ...fact, id, firstShotId, lastShotId: null, to: null });
  }

  #idAt(position: number | null): string | null {
    return this.#ids.get(position) ?? null;
  }
}

type Person = Pick<Said, 'name' | 'aliases' | 'origin'>;

/** What `words` say of the one they describe, for the whole board. */
function describe(canon: Canon, person: Person, words: string, isLook = (_: ReadClaim) => true): void {
  const claims = readClaims(words);
  const who = claims.findIndex((claim) => claim.kind === 'entity');
  // What is not worn by anybody in the words ("red coat, twin braids") is worn by the one they describe.
  const looks = claims.filter(
    (claim) => claim.kind === 'attribute' && !claim.negated && claim.parents.includes(who) && isLook(claim),
  );
  const statements = looks.length > 0 ? looks.map(({ text }) => text) : [claims[who]?.text ?? 'a person'];
  for (const statement of statements) canon.put({ ...person, subject: 'character', statement, from: null });
}

const WHO = [
  'girl|boy|woman|man|lady|child|person|knight|witch|wizard|queen|king|princess|prince|robot|dog|cat|fox|owl',
  'wolf|bear|dragon|rabbit|mouse|sailor|fisherman|soldier|detective|pirate|captain|keeper|astronaut',
].join('|');
/** What follows a garment: "in a red coat holds", "in a red coat in a forest". */
const AFTER = [
  ' and |,|\\.|;|\\)|$| who| with | holds| holding| carr| stand| walk| sit| run| look| wearing',
  ' in a? ?(?:forest|village|harbour|kitchen|library|meadow)',
].join('|');
const GARMENT = `(?: (?:in|with|wearing|dressed in) | and )(?:an? )?[\\p{L}-]+(?: [\\p{L}-]+){0,2}?(?=${AFTER})`;

/** "Mira, a girl in a red coat," / "Mira is a girl with …": name and the words that introduce it. */
const INTRODUCTION = new RegExp(
  `(?<!\\p{L})(\\p{Lu}[\\p{L}'’-]+)(?:(?:,| is| was|:)\\s+|\\s*\\()(an? (?:[\\p{L}-]+ ){0,3}(?:${WHO})(?:${GARMENT})*)`,
  'gu',
);

function introduce(canon: Canon, shot: BoardShot): void {
  for (const [, name = '', words = ''] of shot.description.matchAll(INTRODUCTION)) {
    const isKnown = canon.facts.some((fact) => fact.name === name);
    if (isKnown || !canBeName(name, shot.description)) continue;
    describe(canon, { name, aliases: [], origin: 'text' }, words, ({ object }) => object !== null);
  }
}

/** Looks of a known character that a description states anew: "now in a blue coat", "wears a blue coat". */
function changeLooks(canon: Canon, shot: BoardShot): void {
  const cast = castOf(canon.facts, shot.position);
  if (cast.length === 0) return;
  const named = cast.filter(
    (member) =>
      speaksOf({ subject: 'character', ...member }, shot.description) &&
      // Of two of a kind nobody can say whose coat it is.
      cast.filter((one) => one.noun === member.noun).length === 1,
  );
  if (named.length === 0) return;
  const claims = readClaims(shot.description, cast);
  for (const member of named) {
    for (const claim of claims) {
      if (claim.kind !== 'attribute' || claim.canonOf !== null || claim.negated) continue;
      if (claim.subject !== member.noun || claim.object === null) continue;
      canon.put({
        subject: 'character',
        name: member.name,
        statement: claim.text,
        aliases: [...member.aliases],
        from: shot.position,
        origin: 'text',
      });
    }
  }
}

function changeProps(canon: Canon, { description, position }: BoardShot): void {
  const found = CHANGES.flatMap(({ state, pattern }) =>
    [...description.matchAll(pattern)].map((match) => ({
      state,
      noun: (match[1] ?? '').toLowerCase(),
      at: match.index,
    })),
  );
  for (const { state, noun } of found.sort((a, b) => a.at - b.at)) {
    const seen = `${state} ${noun}`;
    const statement = state === 'no' || isPlural(noun) ? seen : withArticle(seen);
    canon.put({ subject: 'prop', name: noun, statement, aliases: [], from: position, origin: 'text' });
  }
}

/**
 * Facts in the order they were learnt. `shots` in story order. What a sheet or an introduction says holds for
 * the whole board (frames before it show the same person); a change holds from its shot on and ends what it
 * replaces.
 */
export function canonFrom(
  shots: readonly BoardShot[],
  sheet: readonly SheetEntry[],
  styleBrief: string,
): Fact[] {
  const canon = new Canon(shots);
  for (const entry of sheet)
    describe(
      canon,
      { name: entry.name, aliases: [...(entry.aliases ?? [])], origin: 'sheet' },
      sheetWords(entry),
    );
  for (const shot of shots) introduce(canon, shot);
  for (const shot of shots) {
    changeLooks(canon, shot);
    changeProps(canon, shot);
  }
  const brief = styleBrief.trim();
  const styles = readClaims(brief).filter((claim) => claim.kind === 'style');
  const statements =
    styles.length > 0 ? styles.map((claim) => claim.text) : brief && brief.length <= 120 ? [brief] : [];
  for (const statement of statements)
    canon.add({ subject: 'style', name: '', statement, aliases: [], from: null, origin: 'sheet' });
  return canon.facts.map(({ from, to, ...fact }) => fact);
}

/**
 * `facts` with what the description of one of the shots says of the world: whom it introduces, and what changes from it
 * on.
 */
export function withStated(
  facts: readonly PositionedFact[],
  shots: readonly BoardShot[],
  shot: BoardShot,
): PositionedFact[] {
  const canon = new Canon(shots, facts);
  introduce(canon, shot);
  changeLooks(canon, shot);
  changeProps(canon, shot);
  return canon.facts;
}
