import { expect, it } from 'vitest';
import { address } from './address.js';

const EXAMPLE = 'http://127.0.0.1:8188';
const read = (text: string) => address(EXAMPLE).safeParse(text);

it.each([
  ['http://127.0.0.1:8188', 'http://127.0.0.1:8188'],
  ['127.0.0.1:8188', 'http://127.0.0.1:8188'],
  [' localhost:8188 ', 'http://localhost:8188'],
  ['studio-3', 'http://studio-3'],
  ['[::1]:8188', 'http://[::1]:8188'],
  ['https://comfy.example/api', 'https://comfy.example/api'],
  ['', ''],
])('takes “%s” for “%s”', (text, meant) => {
  expect(read(text).data).toBe(meant);
});

it.each(['ftp://127.0.0.1:8188', '127.0.0.1:81888', 'me:secret@127.0.0.1:8188', 'http://a/?b', 'my comfy'])(
  'refuses “%s”, and says how one looks',
  (text) => {
    expect(read(text).error?.issues[0]?.message).toBe(`enter an address such as ${EXAMPLE}`);
  },
);
