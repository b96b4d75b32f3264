/** What of a change of settings needs a yes of the person at the machine. */
import type { Statement } from '@core/consent/index.js';
import { GENERATORS } from '@core/generators/index.js';
import { ENSEMBLE_JUDGE, SERVER_JUDGE } from '@models/library/index.js';
import type { GeneratorSection, Settings } from '@shared/settings.js';

type Rule = (after: Settings, before: Settings) => readonly Statement[];

const free: Rule = () => [];

/** Every setting there is: whatever starts a program, or sends something elsewhere, is not free. */
const RULES: Readonly<Record<keyof Settings, Rule>> = {
  judge: sending,
  device: free,
  sensitivity: free,
  slips: free,
  reads: free,
  rules: free,
  // Which program a generator starts, or where it sends to, had its yes when it was set up.
  generator: free,
  rounds: free,
  candidates: free,
  maxRequests: free,
  maxMinutes: free,
  automatic: free,
  advance: free,
  notify: free,
  theme: free,
  contrast: free,
  frameRate: free,
  artist: free,
  generators: ofGenerators,
  servers: ({ servers }, before) => {
    const known = before.servers.map(addressOf);
    return sendingTo(servers.map(addressOf).filter((address) => !known.includes(address)));
  },
  ensemble: sending,
  mirror: ({ mirror }, before) =>
    mirror !== '' && mirror !== before.mirror
      ? [{ title: 'Fetch models from this address instead of the hub', lines: [new URL(mirror).href] }]
      : [],
  keys: free,
};

/** Each thing once; none for a change that starts and sends nothing new. */
export function needsYes(after: Settings, before: Settings): Statement[] {
  const all = Object.values(RULES).flatMap((rule) => rule(after, before));
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

const addressOf = ({ url }: Settings['servers'][number]): string => new URL(url).href;

const sendingTo = (addresses: readonly string[]): Statement[] =>
  addresses.length > 0 ? [{ title: 'Send pictures and their descriptions to', lines: [...addresses] }] : [];

/** The judge that is chosen sends to other machines, and the one before did not. */
function sending(after: Settings, before: Settings): Statement[] {
  if (asksServers(before) || !asksServers(after)) return [];
  return sendingTo(after.servers.map(addressOf).filter((address) => !isHere(address)));
}

const asksServers = ({ judge, ensemble }: Settings): boolean =>
  judge === SERVER_JUDGE || (judge === ENSEMBLE_JUDGE && ensemble.includes(SERVER_JUDGE));

const isHere = (address: string): boolean =>
  /^(127\.0\.0\.1|\[::1\]|localhost)$/.test(new URL(address).hostname);

/** What each of their settings does is in the table of generators. */
function ofGenerators(after: Settings, before: Settings): Statement[] {
  return GENERATORS.flatMap(({ id, name, consent }) => {
    const valueIn = ({ generators }: Settings, key: string) => generators[id]?.[key];
    return Object.entries(consent).flatMap(([key, what]) => {
      const value = valueIn(after, key);
      const was = valueIn(before, key);
      if (what === 'free' || value === '' || sameText(value, was)) return [];
      // Of places to send to only the new ones; a program is shown whole, since each of its words says what it does.
      const lines =
        what === 'sends' ? linesOf(value).filter((line) => !linesOf(was).includes(line)) : linesOf(value);
      return lines.length > 0 ? [{ title: `${TITLES[what]} (generator ${name})`, lines }] : [];
    });
  });
}

const TITLES = {
  runs: 'Run this program for every picture that is made',
  sends: 'Send prompts and pictures to',
} as const;

type Value = GeneratorSection[string] | undefined;

const sameText = (a: Value, b: Value): boolean => JSON.stringify(a) === JSON.stringify(b);

const linesOf = (value: Value): string[] => [value ?? []].flat().map((word) => `“${word}”`);
