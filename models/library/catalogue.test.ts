import { expect, it } from 'vitest';
import { CATALOGUE, cautionOf, pinOf } from './catalogue.js';
import { EYES } from './eyes.js';

it('names one commit of each repository, so that nobody changes a model after it was looked at', () => {
  const hubs = [...CATALOGUE, ...EYES].flatMap(({ source }) => (source.kind === 'hub' ? [source] : []));
  expect(hubs.length).toBeGreaterThan(0);
  for (const { revision } of hubs) expect(pinOf(revision)).toBe(revision);
  expect([...CATALOGUE, ...EYES].map(cautionOf).filter(Boolean)).toEqual([]);
});

it('says of a model whose version is not fixed what the first download is held to', () => {
  const [hub] = CATALOGUE.filter(({ source }) => source.kind === 'hub');
  if (!hub) throw new Error('no model is downloaded');
  const loose = { ...hub, source: { kind: 'hub' as const, repository: 'someone/seer', revision: 'main' } };
  expect(cautionOf(loose)).toMatch(
    /^Its version is not fixed: .*“main”.*later downloads must match them[.]$/,
  );
});

it('calls no eye as a judge is called', () => {
  const ids = [...CATALOGUE, ...EYES].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
