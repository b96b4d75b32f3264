/** The state of the story's world, read from a character sheet, the style brief and the descriptions in order. */
import { createHash } from 'node:crypto';
import { extractClaims, headOf, statementOf, withArticle } from '@core/claims/index.js';
import type { Fact, PlacedFact, Shot } from '@shared/records/index.js';

import { castOf, holdsAt } from './facts.js';

export interface SheetEntry {
  readonly name: string;
  readonly description: string;
  readonly aliases?: readonly string[];
}

/** What a change of state leaves to be seen of the thing. `no` = it is not there any more. */
const STATES: readonly (readonly [change: RegExp, state: string])[] = [
  [/^(?:goes|went|has gone|is|are|go) out\b/i, 'unlit'],
  [/^(?:is|are) (?:blown out|put out|extinguished|unlit)\b/i, 'unlit'],
  [/^(?:lights up|is lit|is lit again|starts to glow|flares up)\b/i, 'lit'],
  [/^(?:breaks|broke|shatters|shattered|is broken|is shattered|cracks)\b/i, 'broken'],
  [
    /^(?:is stolen|was stolen|is gone|is lost|disappears|disappeared|vanishes|has vanished|is missing|sinks)\b/i,
    'no',
  ],
  [/^(?:is open|opens|stands open)\b/i, 'open'],
  [/^(?:is closed|closes|is shut|shuts)\b/i, 'closed'],
];

const SEEN_STATES = new Set(STATES.map(([, state]) => state));

/** What a statement settles: two of one subject that settle the same cannot both hold. */
function aspectOf(statement: string): string {
  const { parts, negated } = statementOf(statement);
  const { object, attribute } = parts;
  if (object !== null) return `wears ${headOf(object)}`;
  return negated || (attribute !== null && SEEN_STATES.has(attribute)) ? 'state' : 'is';
}

function factId(subject: string, name: string, statement: string, firstShotId: string | null): string {
  return createHash('sha256')
    .update(JSON.stringify([subject, name, statement, firstShotId]))
    .digest('hex')
    .slice(0, 24);
}

type BoardShot = Pick<Shot, 'id' | 'description' | 'position'>;

/** What is said of somebody from a position on. */
type Said = Pick<PlacedFact, 'subject' | 'name' | 'statement' | 'aliases' | 'from' | 'origin'>;

class Canon {
  readonly facts: PlacedFact[] = [];
  readonly #ids: ReadonlyMap<number, string>;

  constructor(shots: readonly BoardShot[]) {
    this.#ids = new Map(shots.map(({ id, position }) => [position, id]));
  }

  put(fact: Said): void {
    const aspect = aspectOf(fact.statement);
    const position = fact.from ?? 0;
    const same = this.facts.findIndex(
      (one) =>
        one.subject === fact.subject &&
        one.name === fact.name &&
        holdsAt(one, position) &&
        aspectOf(one.statement) === aspect,
    );
    const before = this.facts[same];
    if (before?.statement === fact.statement) return;
    if (before && fact.from !== null) {
      // A fact that is replaced on the very shot where it began never held.
      const to = fact.from - 1;
      if ((before.from ?? 0) <= to) this.facts[same] = { ...before, to, lastShotId: this.#idAt(to) };
      else this.facts.splice(same, 1);
    }
    this.add(fact);
  }

  add(fact: Said): void {
    const firstShotId = fact.from === null ? null : this.#idAt(fact.from);
    const id = factId(fact.subject, fact.name, fact.statement, firstShotId);
    this.facts.push({ ...fact, id, firstShotId, lastShotId: null, to: null });
  }

  #idAt(position: number): string | null {
    return this.#ids.get(position) ?? null;
  }
}

function fromSheet(canon: Canon, { name, description, aliases = [] }: SheetEntry): void {
  const claims = extractClaims(description);
  const base = claims.find((claim) => claim.kind === 'entity')?.text ?? 'a person';
  const common: Omit<Said, 'statement'> = {
    subject: 'character',
    name,
    aliases: [...aliases],
    from: null,
    origin: 'sheet',
  };
  // What is not worn by anybody in the sheet ("red coat, twin braids") is worn by the one it describes.
  const looks = claims.filter(
    (claim) => claim.kind === 'attribute' && !claim.negated && claim.parents.includes(0),
  );
  if (looks.length === 0) canon.put({ ...common, statement: base });
  for (const claim of looks)
    canon.put({
      ...common,
      statement: claim.object !== null || claim.attribute !== null ? claim.text : base,
    });
}

/** "Mira, a girl in a red coat," / "Mira is a girl with …": name and the words that introduce it. */
const INTRODUCTION =
  /(?<![\p{L}])(\p{Lu}[\p{L}'’-]+)(?:,| is| was|:|\s*\()\s+(an? (?:[\p{L}-]+ ){0,3}(?:girl|boy|woman|man|lady|child|person|knight|witch|wizard|queen|king|princess|prince|robot|dog|cat|fox|owl|wolf|bear|dragon|rabbit|mouse|sailor|fisherman|soldier|detective|pirate|captain|keeper|astronaut)(?:(?: (?:in|with|wearing|dressed in) | and )(?:an? )?[\p{L}-]+(?: [\p{L}-]+){0,2}?(?= and |,|\.|;|\)|$| who| with | holds| holding| carr| stand| walk| sit| run| look| in a? ?(?:forest|village|harbour|kitchen|library|meadow)| wearing))*)/gu;

function introduce(canon: Canon, shot: BoardShot): void {
  for (const [, name, words] of shot.description.matchAll(INTRODUCTION)) {
    if (!name || !words || canon.facts.some((fact) => fact.subject === 'character' && fact.name === name))
      continue;
    const claims = extractClaims(words);
    const common: Omit<Said, 'statement'> = {
      subject: 'character',
      name,
      aliases: [],
      from: null,
      origin: 'text',
    };
    const looks = claims.filter(
      (claim) => claim.kind === 'attribute' && claim.object !== null && claim.parents.includes(0),
    );
    const base = claims.find((claim) => claim.kind === 'entity');
    if (looks.length === 0 && base) canon.put({ ...common, statement: base.text });
    for (const claim of looks) canon.put({ ...common, statement: claim.text });
  }
}

/** Looks of a known character that a description states anew: "now in a blue coat", "wears a blue coat". */
function changeLooks(canon: Canon, shot: BoardShot): void {
  const cast = castOf(canon.facts, shot.position);
  if (cast.length === 0) return;
  const claims = extractClaims(shot.description, cast);
  for (const member of cast) {
    const named = [member.name, ...member.aliases].some((name) =>
      shot.description.toLowerCase().includes(name.toLowerCase()),
    );
    // Of two of a kind nobody can say whose coat it is.
    if (!named || cast.filter((one) => one.noun === member.noun).length > 1) continue;
    const aliases = [...member.aliases];
    for (const claim of claims) {
      if (claim.kind !== 'attribute' || claim.canonOf !== null || claim.negated) continue;
      if (claim.subject !== member.noun || claim.object === null) continue;
      canon.put({
        subject: 'character',
        name: member.name,
        statement: claim.text,
        aliases,
        from: shot.position,
        origin: 'text',
      });
    }
  }
}

function changeProps(canon: Canon, shot: BoardShot): void {
  for (const match of shot.description.matchAll(
    /\b(?:the|her|his|their) ((?:[\p{L}-]+ )?[\p{L}-]+)\s+(?=(?:goes|went|has|is|are|go|lights|starts|flares|breaks|broke|shatters|shattered|cracks|was|disappear|vanish|sinks|opens|closes|shuts|stands)\b)/giu,
  )) {
    const after = shot.description.slice(match.index + match[0].length);
    const state = STATES.find(([change]) => change.test(after));
    const words = match[1]?.toLowerCase();
    if (!state || !words) continue;
    const noun = words.split(' ').at(-1) as string;
    const statement = state[1] === 'no' ? `no ${noun}` : withArticle(`${state[1]} ${noun}`);
    canon.put({ subject: 'prop', name: noun, statement, aliases: [], from: shot.position, origin: 'text' });
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
  for (const entry of sheet) fromSheet(canon, entry);
  for (const shot of shots) introduce(canon, shot);
  for (const shot of shots) {
    changeLooks(canon, shot);
    changeProps(canon, shot);
  }
  const brief = styleBrief.trim();
  const styles = extractClaims(brief).filter((claim) => claim.kind === 'style');
  const statements =
    styles.length > 0 ? styles.map((claim) => claim.text) : brief && brief.length <= 120 ? [brief] : [];
  for (const statement of statements)
    canon.add({ subject: 'style', name: '', statement, aliases: [], from: null, origin: 'sheet' });
  return canon.facts.map(({ from, to, ...fact }) => fact);
}
