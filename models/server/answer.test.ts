import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completionOf, readingOf } from './answer.js';

const body = (choice: object) => JSON.stringify({ choices: [choice] });
const first = (top: [string, number][], word = top[0]?.[0] ?? '') =>
  body({
    message: { content: word },
    logprobs: {
      content: [
        { token: word, logprob: 0, top_logprobs: top.map(([token, logprob]) => ({ token, logprob })) },
      ],
    },
  });
const read = (text: string) => readingOf(completionOf(text));
const p = (text: string): number => {
  const reading = read(text);
  if (reading.kind !== 'logit') throw new Error(`no probability but ${reading.kind}`);
  return 1 / (1 + Math.exp(-reading.logit));
};

describe('P(yes) of a completion', () => {
  it('sums every spelling of yes and of no', () => {
    const top: [string, number][] = [
      ['No', Math.log(0.2)],
      ['Yes', Math.log(0.3)],
      [' yes', Math.log(0.2)],
      ['Ġno', Math.log(0.1)],
      ['▁YES', Math.log(0.1)],
      ['Not', Math.log(0.05)],
    ];
    expect(p(first(top, 'Not'))).toBeCloseTo(0.6 / 0.9, 9);
  });

  it('counts the chosen token once, in its own list or beside it', () => {
    const listed = { token: 'Yes', logprob: Math.log(0.4), bytes: [89, 101, 115] };
    const no = { token: 'No', logprob: Math.log(0.4), bytes: [78, 111] };
    const inside = body({ logprobs: { content: [{ ...listed, top_logprobs: [listed, no] }] } });
    const beside = body({ logprobs: { content: [{ ...listed, top_logprobs: [no] }] } });
    expect(p(inside)).toBeCloseTo(0.5, 9);
    expect(p(beside)).toBeCloseTo(0.5, 9);
  });

  it('reads the older map, tokens named by id, and leaves out what is as good as impossible', () => {
    const map = { tokens: ['Yes'], top_logprobs: [{ Yes: Math.log(0.6), ' No': Math.log(0.2) }] };
    expect(p(body({ logprobs: map }))).toBeCloseTo(0.75, 9);
    const byId = [
      { token: 'token_id:9454', logprob: Math.log(0.6), bytes: [...Buffer.from('Yes')] },
      { token: 'token_id:2753', logprob: Math.log(0.2), bytes: [...Buffer.from('No')] },
      { token: 'token_id:7', logprob: -9999, bytes: [...Buffer.from('no')] },
      { token: 'token_id:8', logprob: null, bytes: [...Buffer.from('yes')] },
    ];
    expect(p(body({ logprobs: { content: [{ ...byId[0], top_logprobs: byId }] } }))).toBeCloseTo(0.75, 9);
  });

  it('is a probability whatever the server lists', () => {
    const token = fc.constantFrom('Yes', ' yes', 'No', 'no', 'The', '<think>', '', '是');
    const top = fc.array(fc.tuple(token, fc.double({ min: -60, max: 0, noNaN: true })), { minLength: 2 });
    fc.assert(
      fc.property(top, (list) => {
        const reading = read(first(list));
        if (reading.kind === 'logit') expect(Number.isNaN(reading.logit)).toBe(false);
        else expect(['word', 'neither']).toContain(reading.kind);
      }),
      { numRuns: 200 },
    );
  });

  it('is not given when neither is among the likeliest, and the reason says what the model answers', () => {
    const reading = read(
      first([
        ['<think>', -0.01],
        ['Yes', -9],
      ]),
    );
    expect(reading).toEqual({ kind: 'neither', reason: expect.stringContaining('“<think>”') });
  });

  it('is a word where the server tells no probabilities, or only those after sampling', () => {
    expect(read(body({ message: { content: 'Yes.' }, logprobs: null }))).toEqual({ kind: 'word', yes: true });
    expect(read(body({ message: { content: '**No**, it' } }))).toEqual({ kind: 'word', yes: false });
    const sampled = first([
      ['Yes', 0],
      ['No', -9999],
    ]);
    expect(read(sampled)).toEqual({ kind: 'word', yes: true });
    expect(read(body({ message: { content: 'A dog' } })).kind).toBe('neither');
  });

  it('calls what is no completion a failure', () => {
    for (const text of ['', '<html>', '{}', '{"choices": []}', '{"choices": 3}', 'null']) {
      expect(() => completionOf(text)).toThrow(expect.objectContaining({ kind: 'broken' }));
    }
  });
});
