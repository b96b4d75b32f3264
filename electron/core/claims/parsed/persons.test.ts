import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { headOf } from '../english.js';
import { isPerson } from '../people.js';
import { loadReading, readDescription } from './index.js';
import { sentencesOf } from './pieces.js';
import { ProperNames } from './proper-names.js';
import type { Knowledge } from './read.js';
import { wordsOf } from './word.js';

/** A line of a script with everybody who is in it. */
interface Line {
  /** What is hard about it. */
  readonly of: string;
  readonly text: string;
  /** The words of their names, titles left out. */
  readonly persons: readonly string[];
  /** What those are who are not named, or named with it ("Lady"). */
  readonly people?: readonly string[];
  readonly cast?: readonly { readonly name: string; readonly noun: string; readonly looks: string }[];
  /** Not read rightly yet: take this out with the change that does. */
  readonly open?: boolean;
}

const LINES = JSON.parse(
  readFileSync(new URL('./persons.fixture.json', import.meta.url), 'utf8'),
) as readonly Line[];

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await loadReading(fileURLToPath(new URL('../../../../models/reading/files', import.meta.url)));
});

/** Words taken for names of somebody. */
function namedIn({ text, cast = [] }: Line): string[] {
  const sentences = sentencesOf(text).map(({ text: sentence, at }) => wordsOf(sentence, at));
  const known = new Set(cast.map(({ name }) => name.toLowerCase()));
  const names = new ProperNames(sentences, knowledge.dictionary, known);
  return [...new Set(sentences.flat().flatMap((word) => (names.isPerson(word) ? [word.text] : [])))];
}

/** What everybody is that a picture would be asked for. */
async function askedFor({ text, cast = [] }: Line): Promise<string[]> {
  const members = cast.map(({ looks, ...one }) => ({ ...one, aliases: [], statements: [looks] }));
  const claims = await readDescription(text, members, knowledge);
  const nouns = claims.flatMap(({ kind, subject }) =>
    kind !== 'phrase' && subject !== null && isPerson(subject) ? [headOf(subject)] : [],
  );
  return [...new Set(nouns)];
}

/** What may be asked for: who is named is somebody, or what the canon says they are. */
const mayBeAsked = ({ persons, people = [], cast = [] }: Line): string[] => [
  ...people,
  ...(persons.length > 0 ? ['person'] : []),
  ...cast.flatMap(({ name, noun }) => (persons.includes(name) ? [headOf(noun)] : [])),
];

describe('who is in a line', () => {
  for (const line of LINES)
    (line.open ? it.fails : it)(`${line.of}: ${line.text}`, async () => {
      const may = mayBeAsked(line);
      expect({
        named: namedIn(line),
        askedBesides: (await askedFor(line)).filter((noun) => !may.includes(noun)),
      }).toEqual({ named: line.persons, askedBesides: [] });
    });
});
