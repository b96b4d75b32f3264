/** Servers that do harm, by mistake or not. Each costs the frame that it was asked for, and neither memory nor the others. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Endpoint } from './endpoint.js';
import { loadServerJudge } from './index.js';

const KEY = 'the-key-of-the-studio';
const TIMES = {
  timeout: 10_000,
  backOff: 5,
  longestBackOff: 20,
  longestPause: 100,
  patience: 5_000,
  busyPatience: 5_000,
};
const MODELS = JSON.stringify({ data: [{ id: 'model' }] });

type Answering = (request: IncomingMessage, response: ServerResponse) => void;

/** Lists its models in order, or as `models` does; what it is asked goes to `chat`. */
async function serve(
  chat: Answering,
  models: Answering = (_, response) => void response.end(MODELS),
): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    response.on('error', () => undefined);
    (request.url?.endsWith('/models') ? models : chat)(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const endpointAt = (url: string, timeout = 10_000) =>
  new Endpoint({ url, model: 'model', inFlight: 1 }, { key: KEY, timeout });
const asked = (url: string) => endpointAt(url).ask('data:,', 'Is it?');

const completion = (top: unknown, text = 'yes') =>
  JSON.stringify({
    choices: [
      {
        message: { content: text },
        logprobs: { content: [{ token: text, logprob: -0.1, top_logprobs: top }] },
      },
    ],
  });

/** Writes pieces until the other side has had enough. Tells how much it got rid of. */
const endless = (status: number, head = ''): { answer: Answering; sent: () => number } => {
  let sent = 0;
  const piece = 'x'.repeat(1 << 20);
  const answer: Answering = (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.write(head);
    const go = (): void => {
      if (response.destroyed) return;
      sent += piece.length;
      response.write(piece, go);
    };
    go();
  };
  return { answer, sent: () => sent };
};

describe('a body without an end', () => {
  it.each([
    ['as an answer', 200, '{"choices":[{"message":{"content":"'],
    ['as an error', 500, ''],
  ])('%s is left after a few megabytes', async (_, status, head) => {
    const { answer, sent } = endless(status, head);
    await expect(asked(await serve(answer))).rejects.toMatchObject({
      kind: 'broken',
      message: expect.stringContaining('more than 4 MB'),
    });
    expect(sent()).toBeLessThan(40e6);
  });

  it('as its list of models too', async () => {
    const { answer } = endless(200, '{"data":[');
    const url = await serve(() => undefined, answer);
    await expect(endpointAt(url).meet()).rejects.toMatchObject({
      message: expect.stringContaining('more than 4 MB'),
    });
  });

  it('that comes drop by drop ends with the time for an answer', async () => {
    const url = await serve((_, response) => {
      const drop = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drop));
    });
    const slow = endpointAt(url, 2_000).ask('data:,', 'Is it?');
    await expect(slow).rejects.toMatchObject({
      kind: 'broken',
      message: expect.stringContaining('within 2 s'),
    });
  });
});

describe('numbers that are none', () => {
  it.each([
    ['a probability above one', '[{"token":"yes","logprob":1e308},{"token":"no","logprob":1e308}]'],
    ['a little above one', '[{"token":"yes","logprob":0.5},{"token":"no","logprob":-1}]'],
    ['without a bound', '[{"token":"yes","logprob":1e999},{"token":"no","logprob":-1}]'],
    ['not a number', '[{"token":"yes","logprob":NaN},{"token":"no","logprob":-1}]'],
    ['a word', '[{"token":"yes","logprob":"high"},{"token":"no","logprob":-1}]'],
    ['a token that is none', '[{"token":7,"logprob":-1},{"token":"no","logprob":-1}]'],
    ['no list', '"yes"'],
  ])('%s: the answer counts as broken', async (_, top) => {
    const text = completion('TOP').replace('"TOP"', top);
    const failed = asked(await serve((_request, response) => void response.end(text)));
    await expect(failed).rejects.toMatchObject({
      kind: 'broken',
      message: expect.stringMatching(/no log probabilities|not JSON/),
    });
  });

  it('the least that a number can be is a probability of nothing', async () => {
    const text = completion(
      [
        { token: 'yes', logprob: -1e308 },
        { token: 'No', logprob: -4 },
        { token: 'no', logprob: -0.1 },
      ],
      'no',
    );
    const reading = await asked(await serve((_, response) => void response.end(text)));
    expect(reading).toEqual({ kind: 'logit', logit: Number.NEGATIVE_INFINITY });
  });
});

it('a frame with such an answer fails, and the next is judged', async () => {
  const folder = await temporaryFolder();
  const frame = async (name: string, background: string) => {
    const file = join(folder, name);
    await sharp({ create: { width: 40, height: 30, channels: 3, background } })
      .png()
      .toFile(file);
    return { file, whole: null };
  };
  const [bad, good] = [await frame('bad.png', '#f00'), await frame('good.png', '#00f')];
  const wild = completion([
    { token: 'yes', logprob: 1e308 },
    { token: 'no', logprob: 1e308 },
  ]);
  const right = completion([
    { token: 'yes', logprob: -0.1 },
    { token: 'no', logprob: -3 },
  ]);
  const url = await serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => response.end(String(Buffer.concat(chunks)).includes('wild?') ? wild : right));
  });
  const judge = await loadServerJudge({
    servers: [{ url, model: 'model', inFlight: 1 }],
    key: '',
    times: TIMES,
  });
  onTestFinished(() => judge.close());
  await expect(
    judge.judge({ ...bad, questions: [{ id: 'a', text: 'wild?', kind: 'entity' }] }),
  ).rejects.toMatchObject({
    code: 'JUDGE_FAILED',
    message: expect.stringContaining('log probabilities'),
  });
  const { answers } = await judge.judge({ ...good, questions: [{ id: 'b', text: 'tame', kind: 'entity' }] });
  expect(answers[0]?.p).toBeGreaterThan(0.9);
});

it('a redirect is not followed: neither picture nor key goes elsewhere', async () => {
  const got: unknown[] = [];
  const thief = await serve((request, response) => {
    got.push(request.headers);
    response.end(completion([]));
  });
  for (const status of [301, 302, 303, 307, 308]) {
    const url = await serve((_, response) => {
      response.writeHead(status, { location: `${thief}/v1/chat/completions` });
      response.end();
    });
    await expect(asked(url)).rejects.toMatchObject({
      kind: 'unfit',
      message: expect.stringContaining('redirects'),
    });
  }
  expect(got).toEqual([]);
});

it('what it says went wrong is short, quick to read, and orders no terminal about', async () => {
  const said = (text: string) => serve((_, response) => void response.writeHead(500).end(text));
  const orders = await asked(await said('{"error":"\\u001b[2J\\u009b31m gone \\u202e"}')).catch(
    (thrown) => thrown,
  );
  expect(orders.message).toContain('\\u{1b}[2J\\u{9b}31m gone \\u{202e}');
  const started = performance.now();
  const tags = await asked(await said('<'.repeat(3_000_000))).catch((thrown) => thrown);
  expect(tags.message.length).toBeLessThan(400);
  // Seconds against hours.
  expect(performance.now() - started).toBeLessThan(20_000);
});

it('its models are named within reason', async () => {
  const list = (ids: string[]) =>
    serve(
      () => undefined,
      (_, response) => void response.end(JSON.stringify({ data: ids.map((id) => ({ id })) })),
    );
  const many = endpointAt(await list(Array.from({ length: 5_000 }, (_, at) => `model-${at}`))).meet();
  await expect(many).rejects.toMatchObject({ message: expect.stringMatching(/and 4990 more$/) });
  for (const id of ['x'.repeat(301), 'a\u001b[2Jb'])
    await expect(endpointAt(await list([id])).meet()).rejects.toMatchObject({
      message: expect.stringContaining('its answer is not a list of models'),
    });
});

it('a key that is a word of its answers, as local servers want any, hides nothing of them', async () => {
  const said = completion([
    { token: 'yes', logprob: -0.1 },
    { token: 'no', logprob: -3 },
  ]);
  const url = await serve(
    (_, response) => void response.end(said),
    (_, response) => void response.end('{"data":[{"id":"vllm/model","owned_by":"vllm"}]}'),
  );
  const named = new Endpoint({ url, model: '', inFlight: 1 }, { key: 'vllm', timeout: 10_000 });
  await named.meet();
  expect(named).toMatchObject({ model: 'vllm/model', sharesPrefix: true });
  const answered = new Endpoint({ url, model: 'model', inFlight: 1 }, { key: 'yes', timeout: 10_000 });
  expect(await answered.ask('data:,', 'Is it?')).toMatchObject({ kind: 'logit' });
});

it('a key that it repeats is part of no message', async () => {
  const repeats: Answering = (request, response) =>
    void response.end(`It came with ${request.headers.authorization}.`);
  const endpoint = endpointAt(await serve(repeats, repeats));
  for (const fails of [endpoint.meet(), endpoint.ask('data:,', 'Is it?')]) {
    const { message } = await fails.catch((thrown) => thrown);
    expect(message).toContain('It came with Bearer …');
    expect(message).not.toContain(KEY);
  }
});
