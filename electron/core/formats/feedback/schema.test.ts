import { expect, it } from 'vitest';
import { feedbackSchema } from './schema.js';

interface Node {
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every number of a JSON Schema with the description nearest to it: its own, or that of what it is a choice of. */
function* numbersIn(node: Node, path = '', said = ''): Generator<[path: string, description: string]> {
  const own = typeof node.description === 'string' ? node.description : said;
  if (node.type === 'number' || node.type === 'integer' || typeof node.const === 'number') yield [path, own];
  for (const [key, value] of Object.entries(node))
    if (isNode(value)) {
      const isChoice = key === 'anyOf' || /^\d+$/.test(key);
      yield* numbersIn(value, `${path}/${key}`, isChoice ? own : '');
    }
}

it('says of every number what it is, in which unit and range', () => {
  const numbers = [...numbersIn(feedbackSchema())];
  expect(numbers.length).toBeGreaterThan(40);
  const range = /\b(\d+ to \d+|\d+ or more|Above \d+|Any number|Always \d+)\b/;
  const unsaid = numbers.filter(([, description]) => !range.test(description) || description.length < 20);
  expect(unsaid).toEqual([]);
});

it('has an id that grows with its version', () => {
  const { $id, title, properties } = feedbackSchema() as {
    $id: string;
    title: string;
    properties: { version: { const: number } };
  };
  const version = String(properties.version.const);
  expect([$id.split(':').at(-1), title.split(' ').at(-1)]).toEqual([version, version]);
});
