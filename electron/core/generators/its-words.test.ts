import { homedir } from 'node:os';
import { expect, it } from 'vitest';
import { itsWords } from './its-words.js';

const KEY = 'my own key';
const words = (text: string) => itsWords(text, { CONTINUIST_SERVER_KEY: KEY });

it.each([
  ['Authorization: Bearer abc.def-1', 'Authorization: Bearer •••'],
  ['GET https://ada:lovelace@example.org/x', 'GET https://ada:•••@example.org/x'],
  ['{"api_key": "lovelace", "steps": 20}', '{"api_key": "•••", "steps": 20}'],
  ['ADA_SECRET=lovelace; go on', 'ADA_SECRET=•••; go on'],
  ['password : lovelace, again', 'password : •••, again'],
  ['with sk-abcdefghijklmnop1234 and hf_abcdefghijklmnop1234', 'with sk-••• and hf_•••'],
  ['apikey: lovelace access_key=lovelace accesskey=lovelace', 'apikey: ••• access_key=••• accesskey=•••'],
  ['ghp_abcdefghijklmnop1234 xoxb-abcdefghijklmnop1234 AKIAABCDEFGHIJKLMNOP', 'ghp_••• xoxb-••• AKIA•••'],
  [`sent ${KEY}, twice ${KEY}`, 'sent •••, twice •••'],
])('keeps to itself what is secret in %j', (text, told) => {
  expect(words(text)).toBe(told);
});

it.each(['sk-short is no key', 'http://127.0.0.1:8188/prompt', 'The tokens of the prompt are too many'])(
  'leaves %j as it is',
  (text) => {
    expect(words(text)).toBe(text);
  },
);

it('loses no words where no key is set', () => {
  expect(itsWords('out of memory', {})).toBe('out of memory');
});

it('obeys nothing, keeps lines and says ~ for the home folder', () => {
  const text = `\r\n\x1b[1;31mred\x1b[0m \x1b]0;title\x07\r\nat ${homedir()}/gen.py\rlast\n`;
  expect(words(text)).toBe('red \nat ~/gen.py\nlast');
  const safe = words('a\x07b\u202ec');
  for (const order of ['\x07', '\u202e']) expect(safe).not.toContain(order);
});

it('is cut to its end, where it says why', () => {
  const long = `${'x'.repeat(700)}because`;
  const told = words(long);
  expect(told).toMatch(/^… x+because$/);
  expect(told).toHaveLength(602);
  expect(words('y'.repeat(600))).toBe('y'.repeat(600));
  // A secret that begins before the cut is none the less one.
  expect(words(`token=${'s'.repeat(650)} end`)).toBe('token=••• end');
});
