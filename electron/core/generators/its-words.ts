/** What a program or server says went wrong, as it may be kept and passed on: short, without secrets, and for people. */
import { homedir } from 'node:os';
import { forTerminal } from '@shared/visible.js';

/** Characters. The end says why; what comes before, how it came to that. */
const LONGEST = 600;
const MASK = '•••';

/** Colours and other orders to a terminal (ECMA-48, 5.4), which programs write to everything. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const ORDERS = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?)/g;

/** Each with the part before the secret, which stays. */
const SECRETS: readonly RegExp[] = [
  /(\bbearer\s+)[^\s"']+/gi,
  /(:\/\/[^\s/:@]*:)[^\s/@]+(?=@)/g,
  /(\b[\w-]{0,40}(?:password|passwd|secret|token|api[_-]?key|access[_-]?key|authorization)["']?\s{0,4}[:=]\s{0,4}["']?)(?!bearer\b)[^\s"',;]+/gi,
  /(\b(?:sk|pk|rk|hf|gh[opsu]|xox[abp]|glpat|AKIA)[-_]?)[\w-]{16,}/g,
];

/** `environment`: what no program may repeat is in it. */
export function itsWords(text: string, environment: NodeJS.ProcessEnv = process.env): string {
  const { CONTINUIST_SERVER_KEY: key = '' } = environment;
  // Some room for what is masked and cut; a program may have written much more.
  let words = text.slice(-LONGEST * 8).replace(ORDERS, '');
  if (key !== '') words = words.replaceAll(key, MASK);
  for (const secret of SECRETS) words = words.replace(secret, `$1${MASK}`);
  words = forTerminal(words.replace(/\r\n?/g, '\n').replaceAll(homedir(), '~')).trim();
  return words.length > LONGEST ? `… ${words.slice(-LONGEST).trimStart()}` : words;
}
