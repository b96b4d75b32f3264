import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The files that hold a rule, by the part they belong to. A fault planted in one of them must be noticed by
 * the tests of its part, which lie beside it. Paths are files, or folders with everything below them.
 */
export interface RulePart {
  part: string;
  rules: string[];
  /** Of no rule: schemas, doubles, what only moves bytes; and threads of their own, where no fault is planted. */
  except?: string[];
  /** Where the tests lie that must notice, unless that is in the rules' own folders. */
  tests?: string[];
  /** Tests that start processes or real models, or read hundreds of texts: they would run into their timeouts. */
  withoutTests?: string[];
}

export const RULE_PARTS: RulePart[] = [
  {
    part: 'shared',
    rules: ['shared'],
    except: [
      'shared/contract',
      'shared/analysis.ts',
      'shared/device.ts',
      'shared/feedback.ts',
      'shared/edits.ts',
    ],
  },
  {
    part: 'findings',
    rules: ['electron/core/findings'],
    tests: ['electron/core/findings', 'electron/core/suggestions'],
    withoutTests: [
      'electron/core/findings/pictures.test.ts',
      'electron/core/suggestions/edits.property.test.ts',
    ],
  },
  {
    part: 'suggestions',
    rules: ['electron/core/suggestions', 'electron/core/edits', 'shared/edits.ts'],
    tests: ['electron/core/suggestions', 'electron/core/edits', 'shared/edits.test.ts'],
    withoutTests: ['electron/core/suggestions/edits.property.test.ts'],
  },
  { part: 'canon', rules: ['electron/core/canon'] },
  {
    part: 'regeneration',
    rules: ['electron/core/regeneration'],
    withoutTests: [
      'electron/core/regeneration/approved-elsewhere.test.ts',
      'electron/core/regeneration/automatic-judged.test.ts',
      'electron/core/regeneration/picked.test.ts',
      'electron/core/regeneration/resume.test.ts',
    ],
  },
  { part: 'repair', rules: ['electron/core/repair'] },
  {
    part: 'generators',
    rules: [
      'electron/core/generators/fields.ts',
      'electron/core/generators/guarded.ts',
      'electron/core/generators/header-of-made.ts',
      'electron/core/generators/its-words.ts',
      'electron/core/generators/placings.ts',
      'electron/core/generators/trials.ts',
      'electron/core/generators/comfyui/edited.ts',
      'electron/core/generators/comfyui/graph.ts',
      'electron/core/generators/comfyui/links.ts',
      'electron/core/generators/comfyui/placed-words.ts',
      'electron/core/generators/comfyui/placing.ts',
      'electron/core/generators/comfyui/references.ts',
      'electron/core/generators/comfyui/start-from.ts',
      'electron/core/generators/comfyui/words.ts',
    ],
    tests: [
      'electron/core/generators/fields.test.ts',
      'electron/core/generators/guarded.test.ts',
      'electron/core/generators/its-words.test.ts',
      'electron/core/generators/placings.test.ts',
      'electron/core/generators/trials.test.ts',
      'electron/core/generators/comfyui/edited.test.ts',
      'electron/core/generators/comfyui/graph.test.ts',
      'electron/core/generators/comfyui/placed-words.test.ts',
      'electron/core/generators/comfyui/placing.test.ts',
      'electron/core/generators/comfyui/start-from.test.ts',
      'electron/core/generators/comfyui/words.test.ts',
    ],
  },
  {
    part: 'review',
    rules: ['electron/core/review'],
    except: ['electron/core/review/backups/backup-worker.ts'],
    withoutTests: ['electron/core/review/killed.test.ts', 'electron/core/review/model.test.ts'],
  },
  {
    part: 'formats',
    rules: ['electron/core/formats', 'electron/core/fields', 'electron/core/files'],
    // What draws the client's page and hears its clicks: only a browser runs it. What it keeps has tests beside it. Its
    // script is there once the program is built, and tests put another in its place.
    except: [
      'electron/core/formats/contact-sheet/html/script.ts',
      'electron/core/formats/contact-sheet/html/page/draw-bar.ts',
      'electron/core/formats/contact-sheet/html/page/drawing-dialog.ts',
      'electron/core/formats/contact-sheet/html/page/element.ts',
      'electron/core/formats/contact-sheet/html/page/grips.ts',
      'electron/core/formats/contact-sheet/html/page/icons.ts',
      'electron/core/formats/contact-sheet/html/page/main.ts',
      'electron/core/formats/contact-sheet/html/page/pins.ts',
      'electron/core/formats/contact-sheet/html/page/words-field.ts',
    ],
  },
  { part: 'metadata', rules: ['electron/core/metadata'] },
  {
    part: 'claims',
    rules: ['electron/core/claims'],
    except: ['electron/core/claims/reading-worker.ts'],
  },
  { part: 'board', rules: ['electron/core/board'] },
  { part: 'assets', rules: ['electron/core/assets'] },
  { part: 'settings', rules: ['electron/core/settings'] },
  { part: 'jobs', rules: ['electron/core/jobs'] },
  { part: 'browsing', rules: ['electron/core/browsing'] },
  {
    part: 'examination',
    rules: [
      'electron/core/examination/kept-answers.ts',
      'electron/core/examination/kept-since.ts',
      'electron/core/examination/overrules.ts',
    ],
  },
  {
    part: 'window',
    rules: [
      'renderer/board',
      'renderer/stores',
      'renderer/actions',
      'renderer/views/canon/stretch.ts',
      'renderer/views/fit-frames.ts',
      'renderer/views/grid/ups.ts',
      'renderer/views/takes/differences.ts',
    ],
    // Stores of React, and what listens to the page: the browser's tests use them.
    except: [
      'renderer/stores/details.ts',
      'renderer/stores/document.ts',
      'renderer/stores/hooks.ts',
      'renderer/stores/settings.ts',
      'renderer/stores/use-connected.ts',
      'renderer/actions/listen.ts',
      'renderer/actions/run.ts',
    ],
  },
  {
    part: 'judge',
    rules: ['models/judge/calibration.ts', 'models/runtime/engine-judge.ts'],
    tests: ['models/judge', 'models/runtime/engine-judge.test.ts'],
  },
  { part: 'ensemble', rules: ['models/ensemble'] },
  { part: 'gate', rules: ['electron/server/gate.ts'], tests: ['electron/server/gate.test.ts'] },
];

const TEST = /[.]test[.]ts$/;
/** A minute and more. */
const LONG = /[.]long[.]test[.]ts$/;
/** How V8 keeps things follows from all that ran before, so these pass in a process of their own alone. */
const LOOKS_INTO_V8 = /\bsetFlagsFromString\b/;
const isRule = (file: string) => file.endsWith('.ts') && !TEST.test(file) && !file.includes('/testing/');

/** Every file of a part that holds a rule. Throws when a path of the part is gone: the list must be mended. */
export function rulesOf({ part, rules, except = [] }: RulePart): string[] {
  for (const path of [...rules, ...except])
    if (!existsSync(path))
      throw new Error(`${path} (${part}) is not there. Mend scripts/mutants/rule-files.ts.`);
  return rules.flatMap(filesIn).filter((file) => isRule(file) && !isBelow(file, except));
}

export function testsOf({ rules, tests, withoutTests = [] }: RulePart): string[] {
  const beside = () => rules.map((path) => (statSync(path).isDirectory() ? path : dirname(path)));
  return [...new Set((tests ?? beside()).flatMap(filesIn))].filter(
    (file) =>
      TEST.test(file) &&
      !LONG.test(file) &&
      !isBelow(file, withoutTests) &&
      !LOOKS_INTO_V8.test(readFileSync(file, 'utf8')),
  );
}

/** The parts narrowed to `files`; a file that belongs to none makes a part of its own. */
export function partsFor(files: string[]): { part: RulePart; rules: string[] }[] {
  const narrowed = RULE_PARTS.map((part) => ({
    part,
    rules: rulesOf(part).filter((rule) => isBelow(rule, files)),
  })).filter(({ rules }) => rules.length > 0);
  const known = narrowed.flatMap(({ rules }) => rules);
  const others = files
    .filter((file) => !known.some((rule) => isBelow(rule, [file])))
    .map((file) => ({ part: { part: file, rules: [file] }, rules: rulesOf({ part: file, rules: [file] }) }));
  return [...narrowed, ...others];
}

/** As one part. */
export function together(
  parts: readonly (RulePart & { mutate: string[] })[],
): RulePart & { mutate: string[] } {
  return {
    part: parts.map(({ part }) => part).join(', '),
    rules: [],
    mutate: parts.flatMap(({ mutate }) => mutate),
    tests: [...new Set(parts.flatMap(testsOf))],
  };
}

export const isBelow = (file: string, paths: string[]) =>
  paths.some((path) => file === path || file.startsWith(`${path}/`));

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
