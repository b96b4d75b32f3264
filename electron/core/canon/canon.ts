/** The state of the story's world, read from a character sheet, the style brief and the descriptions in order. */
import { createHash } from 'node:crypto';
import {
  canBeName,
  headOf,
  isClothing,
  isPlural,
  readClaims,
  statementOf,
  withArticle,
} from '@core/claims/index.js';
import { type Fact, holdsAt, type PositionedFact, type Shot } from '@shared/records/index.js';
import { changedLooks } from './changed-looks.js';
import { changedThings } from './changed-things.js';
import { contradicts, stateOf } from './contradiction.js';
import { castOf } from './facts.js';
import { looksIn, wornIn } from './looks.js';
import { sheetWords } from './sheet-entry.js';
import { excluded, isCondition } from './states.js';

export interface SheetEntry {
  readonly name: string;
  readonly description: string;
  readonly aliases?: readonly string[];
}

/** What a statement settles, a garment or how the subject is: two of one subject that settle the same cannot both hold. */
function aspectOf(statement: string): string | null {
  const { object } = statementOf(statement).parts;
  return object === null ? null : headOf(object);
}

/**
 * Whether a look or state takes the place of another of the same aspect. A torn coat is still red, and hair that is cut
 * still brown; a blue coat is not the red one any more, torn or not.
 */
function replaces(statement: string, before: string): boolean {
  const [state, old] = [stateOf(statement), stateOf(before)];
  if (contradicts(state, old) || state.negated || old.negated) return true;
  return state.object !== null && isClothing(state.object) && !isCondition(state.attribute ?? '');
}

/** What still holds of a look of several words: "a girl with brown hair" of "long brown hair" that is short now. */
function restOf(before: string, statement: string): string | null {
  const [old, state] = [stateOf(before), stateOf(statement)];
  if (old.object === null || isClothing(old.object) || old.attribute === null) return null;
  const out = excluded(old.attribute, state.attribute ?? '');
  const rest = old.attribute.split(' ').filter((word) => !out.includes(word));
  return out.length === 0 || rest.length === 0 ? null : before.replace(old.attribute, rest.join(' '));
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
      for (const one of said) {
        if (aspectOf(one.statement) !== aspect || !replaces(fact.statement, one.statement)) continue;
        this.#end(one, fact.from - 1);
        const rest = restOf(one.statement, fact.statement);
        if (rest !== null) this.add({ ...fact, statement: rest });
      }
    this.add(fact);
  }

  /** What is said of somebody or something ends in front of this position. */
  end(which: (fact: PositionedFact) => boolean, from: number): void {
    for (const one of this.facts.filter((fact) => holdsAt(fact, from) && which(fact)))
      this.#end(one, from - 1);
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
function describe(canon: Canon, person: Person, words: string, looks: (words: string) => string[]): void {
  for (const statement of looks(words)) canon.put({ ...person, subject: 'character', statement, from: null });
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
    describe(canon, { name, aliases: [], origin: 'text' }, words, wornIn);
  }
}

/** Looks of a known character that a description states anew: "now in a blue coat", "puts on a hat", "takes off her coat". */
function changeLooks(canon: Canon, shot: BoardShot): void {
  const cast = castOf(canon.facts, shot.position);
  for (const { member, ends, statements } of changedLooks(shot.description, cast)) {
    const of = (fact: PositionedFact) => fact.subject === 'character' && fact.name === member.name;
    canon.end((fact) => of(fact) && ends(statementOf(fact.statement).parts.object), shot.position);
    for (const statement of statements)
      canon.put({
        subject: 'character',
        name: member.name,
        statement,
        aliases: [...member.aliases],
        from: shot.position,
        origin: 'text',
      });
  }
}

function changeThings(canon: Canon, { description, position }: BoardShot): void {
  for (const { noun, state } of changedThings(description)) {
    const of = (fact: PositionedFact) => fact.subject === 'prop' && fact.name === noun;
    if (state === 'back') {
      canon.end((fact) => of(fact) && stateOf(fact.statement).negated, position);
      continue;
    }
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
      looksIn,
    );
  for (const shot of shots) introduce(canon, shot);
  for (const shot of shots) {
    changeLooks(canon, shot);
    changeThings(canon, shot);
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
  changeThings(canon, shot);
  return canon.facts;
}
