/** The command line: names, flags, and what is wrong with them. */
import { programFolder } from '@core/files/program-folder.js';
import type { WRITERS } from '@core/formats/index.js';
import { programVersion } from '@core/host/folders.js';
import { DEVICES, deviceSetting } from '@shared/device.js';
import { ContinuistError } from '@shared/errors.js';
import { parsePattern, problemTold } from '@shared/matching/index.js';
import { sensitivity } from '@shared/sensitivity.js';
import { SEVERITIES } from '@shared/severity.js';
import { forTerminal } from '@shared/visible.js';
import { WEIGHTS_CHOICES } from '@shared/weights-choice.js';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Shell } from './commands.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { jsonLine } from './json-text.js';
import { createProgress, PROGRESS, type Progress, type ProgressStyle } from './progress.js';

/** What commands do is loaded with the first of them that is given: it brings the whole application. */
const commands = () => import('./commands.js');
const models = () => import('./models.js');

export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  /** Ctrl+C. */
  readonly signal: AbortSignal;
  /** Default: on stderr. */
  readonly progress?: (style: ProgressStyle) => Progress;
}

/**
 * Runs one command line and returns its exit code. Throws nothing. What is shown may hold words of servers, programs and
 * files: none of them orders the terminal about.
 */
export async function run(args: readonly string[], given: Terminal): Promise<ExitCode> {
  const forProgram = asksForJson(args);
  const error = (text: string) => given.error(forTerminal(text));
  const terminal: Terminal = {
    ...given,
    out: (text) => given.out(forTerminal(text)),
    // Lines for a program stay lines of one kind.
    error: forProgram ? (text) => error(jsonLine({ note: text }).trimEnd()) : error,
  };
  const fail = (problem: ErrorData): void =>
    error(
      forProgram ? jsonLine({ error: problem }).trimEnd() : `${problem.message}\n${problem.hint}`.trimEnd(),
    );
  let code: ExitCode = EXIT.passed;
  let progress: Progress | null = null;
  const shell = (style: ProgressStyle = 'bar'): Shell => {
    progress = (terminal.progress ?? createProgress)(style);
    const { show } = progress;
    const problem = (thrown: unknown) => fail(problemOf(thrown));
    return { print: terminal.out, note: terminal.error, problem, signal: terminal.signal, onProgress: show };
  };
  if (args.includes('')) {
    const text = 'One of the arguments is empty. Where it comes from a variable, that may not be set.';
    fail(usage(text));
    return EXIT.usage;
  }
  try {
    const program = define(
      (work) => async (style) => {
        code = await work(shell(style));
      },
      { ...terminal, error: (text) => (forProgram ? fail(usage(text)) : error(text)) },
      args.includes(EXPORT) ? (await import('@core/formats/index.js')).WRITERS : [],
    );
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.passed : EXIT.usage;
    if (terminal.signal.aborted) {
      const cancelled = new ContinuistError('CANCELLED');
      const { hint } =
        thrown instanceof ContinuistError && thrown.code === cancelled.code ? thrown : cancelled;
      fail({ ...cancelled.toData(), message: `${cancelled.message} ${hint}`, hint: '' });
      return EXIT.cancelled;
    }
    fail(problemOf(thrown));
    return EXIT.error;
  } finally {
    (progress as Progress | null)?.end();
  }
}

/** What a program that started this one is told on stderr. */
interface ErrorData {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly data: object;
}

function problemOf(thrown: unknown): ErrorData {
  if (thrown instanceof ContinuistError) {
    const { code, message, hint, data } = thrown;
    return { code, message, hint, data };
  }
  const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return { code: 'DEFECT', message, hint: '', data: {} };
}

const usage = (text: string): ErrorData => ({
  code: 'USAGE',
  message: text.replace(/^error: /, ''),
  hint: '',
  data: {},
});

/** Looked for before the arguments are understood: what is wrong with them is said in JSON too. */
const asksForJson = (args: readonly string[]): boolean =>
  args.some((arg, at) => arg === '--progress=json' || (arg === '--progress' && args[at + 1] === 'json'));

type Work = (shell: Shell) => Promise<ExitCode>;

const EXPORT = 'export';

/** `writers`: whose options the command `export` has; nobody else needs them. */
function define(
  act: (work: Work) => (style?: ProgressStyle) => Promise<void>,
  terminal: Terminal,
  writers: typeof WRITERS,
): Command {
  const program = new Command('continuist')
    .description(
      'Judges every frame of a storyboard against its description, and regenerates only with your yes.',
    )
    .version(programVersion(programFolder(import.meta.url)))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.error(text.trimEnd()),
    });
  const at = () =>
    new Option('--at <time>', 'when it is said to have been exported, as 2026-01-31T12:00:00Z').argParser(
      time,
    );
  const progress = () => new Option('--progress <style>', 'on stderr').choices(PROGRESS).default('bar');
  const judge = () => new Option('--judge <id>', 'see: models list; openai-compatible, ensemble');
  const ensemble = () =>
    new Option('--ensemble <ids>', 'judges that the judge “ensemble” asks, as a,b').argParser(ids);
  const device = () =>
    new Option('--device <name>', 'what the judge runs on; the processor if that is refused').choices(
      deviceSetting.options,
    );

  const sensitive = () =>
    new Option(
      '--sensitivity <name>',
      'how readily pictures that stand out are reported: 2, 5 or 10 of 100 good ones are, too',
    ).choices(sensitivity.options);

  const matching = (command: Command): Command =>
    command
      .addOption(
        new Option(
          '--match <pattern>',
          'how pictures are named, as sc{scene}_sh{shot}[_v{take}].png',
        ).argParser(pattern),
      )
      .option('--match-file <file>', 'JSON: which picture shows which shot, and what columns mean');

  matching(program.command('analyse <board>'))
    .description('judge every frame that was not judged yet; a board is a folder of pictures or a shots file')
    .addOption(judge())
    .addOption(device())
    .addOption(ensemble())
    .addOption(sensitive())
    .option('--out <file>', 'write the feedback JSON')
    .option('--brand <file>', 'score every frame by this brand style; the board’s own is left as it is')
    .addOption(new Option('--json', 'print the feedback JSON').conflicts('quiet'))
    .option('--quiet', 'print nothing')
    .addOption(new Option('--fail-on <severity>', 'exit with 3 for findings this severe').choices(SEVERITIES))
    .addOption(at())
    .addOption(progress())
    .action((board, flags) =>
      act(async (shell) => (await commands()).analyse(board, flags, shell))(flags.progress),
    );

  matching(program.command('watch <board>'))
    .description('judge the frames that arrive in the board’s folder, until it is ended')
    .addOption(judge())
    .addOption(device())
    .addOption(ensemble())
    .addOption(sensitive())
    .option('--out <file>', 'write the feedback JSON anew each time')
    .addOption(progress())
    .action((board, flags) =>
      act(async (shell) => (await import('./watch.js')).watch(board, flags, shell))(flags.progress),
    );

  program
    .command('stage')
    .description('run as one stage of a pipeline')
    .requiredOption('--config <file>', 'the pipeline’s configuration, JSON')
    .option('--skip-vision', 'pass the shots on unchanged')
    .addOption(at())
    .addOption(progress())
    .action((flags) =>
      act(async (shell) => (await commands()).stage(flags.config, flags, shell))(flags.progress),
    );

  matching(program.command('review [board]'))
    .description('open the window; the sample storyboard without a board')
    .option('--web', 'in a browser')
    .option('--port <number>', 'of the web host; 0 takes a free one', port, 0)
    .addOption(judge())
    .addOption(device())
    .addOption(ensemble())
    .addOption(sensitive())
    .addOption(progress().default('none'))
    .action((board, flags) =>
      act(async (shell) => (await import('./review.js')).review(board ?? null, flags, shell))(flags.progress),
    );

  matching(program.command('regenerate <board>'))
    .description('regenerate the approved shots')
    .option('--approve-again', 'also what was approved on another machine: a yes to all of it')
    .option('--allow-graphs', 'a yes to ComfyUI graphs that are used for the first time; they are shown')
    .option('--auto', 'also what is flagged, without asking, within the limits')
    .option('--rounds <number>', 'regenerations a shot may have', count)
    .option('--candidates <number>', 'pictures of one round of --auto, each with its own seed', count)
    .option('--max <number>', 'pictures of --auto in all', count)
    .option('--minutes <number>', 'minutes after which --auto orders no more', count)
    .addOption(judge())
    .addOption(device())
    .addOption(ensemble())
    .addOption(sensitive())
    .addOption(progress())
    .action((board, flags) =>
      act(async (shell) => (await commands()).regenerate(board, flags, shell))(flags.progress),
    );

  const exporting = matching(program.command(`${EXPORT} <board>`)).description(
    'write results and decisions to a file',
  );
  exporting.addOption(at()).addOption(progress());
  defineExport(exporting, act, writers);

  matching(program.command('comments <board> <file>'))
    .description('take in what a client said in a contact sheet (HTML)')
    .action((board, file, flags) =>
      act(async (shell) => (await import('./comments.js')).comments(board, file, flags, shell))('none'),
    );

  program
    .command('doctor <files...>')
    .description('say what is in pictures and shots files, who reads it, and what is not read')
    .option('--json', 'as JSON, each value whole')
    .action((files, flags) =>
      act(async (shell) => (await import('./doctor.js')).doctor(files, flags, shell))('none'),
    );

  defineModels(program.command('models').description('the judges and their files'), act);
  return program;
}

function defineExport(
  exporting: Command,
  act: (work: Work) => (style?: ProgressStyle) => Promise<void>,
  all: typeof WRITERS,
): void {
  for (const { id, makes, help } of all) exporting.option(`--${id} <${makes}>`, help);
  const options = new Map(all.flatMap((writer) => (writer.options ?? []).map((one) => [one.id, one])));
  for (const { id, help, choices } of options.values())
    exporting.addOption(new Option(`--${id} <choice>`, help).choices(choices.map(({ value }) => value)));
  exporting.action((board, { at, progress, match, matchFile, ...flags }, command: Command) => {
    const only = (wanted: boolean) =>
      Object.fromEntries(Object.entries<string>(flags).filter(([id]) => options.has(id) === wanted));
    const [choices, paths] = [only(true), only(false)];
    const writers = all.filter(({ id }) => id in paths);
    if (writers.length === 0)
      command.error(`error: say what to export: ${all.map(({ id }) => `--${id}`).join(', ')}`);
    for (const id of Object.keys(choices))
      if (!writers.some((writer) => writer.options?.some((one) => one.id === id)))
        command.error(`error: --${id} changes nothing here`);
    return act(async (shell) =>
      (await commands()).exportFiles(board, paths, { at, choices, match, matchFile }, shell),
    )(progress);
  });
}

function defineModels(group: Command, act: (work: Work) => (style?: ProgressStyle) => Promise<void>): void {
  group
    .command('list')
    .description('list the models, whether they are installed, and what they run on')
    .option('--json', 'as JSON')
    .action((flags) => act(async (shell) => (await models()).listModels(flags, shell))('none'));
  group
    .command('download <id>')
    .description('download a model, resume a download, or repair one')
    .option('--mirror <address>', 'instead of the hub', address)
    .addOption(new Option('--from <folder>', 'copy files that you have already').conflicts('mirror'))
    .addOption(new Option('--device <name>', 'whose files').choices(DEVICES).default('cpu'))
    .addOption(
      new Option(
        '--weights <kind>',
        'use the small ones or the fine ones from now on, see: models list',
      ).choices(WEIGHTS_CHOICES),
    )
    .addOption(new Option('--progress <style>', 'on stderr').choices(PROGRESS).default('bar'))
    .action((id, flags) => act(async (shell) => (await models()).download(id, flags, shell))(flags.progress));
  group
    .command('verify <id>')
    .description('check every file against its hash')
    .action((id) => act(async (shell) => (await models()).verify(id, shell))('none'));
  group
    .command('remove <id>')
    .description(
      'delete its downloaded files; a model that you added leaves the list, and your own folder stays as it is',
    )
    .action((id) => act(async (shell) => (await models()).remove(id, shell))('none'));
  group
    .command('bench <id>')
    .description('try it on a picture: time, memory, and whether its answers make sense')
    .addOption(new Option('--device <name>', 'what it runs on').choices(DEVICES).default('cpu'))
    .option('--json', 'as JSON')
    .action((id, flags) => act(async (shell) => (await models()).bench(id, flags, shell))('none'));
  group
    .command('add <source>')
    .description('add a model of your own, of a known architecture: a folder, or owner/name on a hub')
    .requiredOption('--id <name>', 'how it is called here')
    .option('--revision <name>', 'of a hub’s repository: branch, tag or commit; main unless set')
    .option('--mirror <address>', 'stands in for the hub', address)
    .action((source, flags) => act(async (shell) => (await models()).add(source, flags, shell))('none'));
}

const ISO_8601 = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/;

/** ISO 8601 with its zone, or a day of UTC; milliseconds since 1970. */
function time(text: string): number {
  const value = ISO_8601.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(value)) throw new InvalidArgumentError('As 2026-01-31T12:00:00Z.');
  return value;
}

function pattern(text: string): string {
  const parsed = parsePattern(text);
  if ('problem' in parsed) throw new InvalidArgumentError(`${problemTold(parsed.problem)}.`);
  return text;
}

function address(text: string): string {
  if (!/^https?:/.test(text) || !URL.canParse(text)) throw new InvalidArgumentError('http:// or https://');
  return text;
}

function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65535) throw new InvalidArgumentError('0 to 65535.');
  return value;
}

function ids(text: string): string[] {
  const named = text.split(',').map((id) => id.trim());
  if (named.length < 2 || named.includes('')) throw new InvalidArgumentError('Two or more, as a,b.');
  return named;
}

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('A whole number, 1 or more.');
  return value;
}
