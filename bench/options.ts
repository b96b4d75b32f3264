/** What a benchmark is told after its name. */
import { type ParseArgsConfig, parseArgs } from 'node:util';

export type Options = NonNullable<ParseArgsConfig['options']>;

type Values<Of extends Options> = ReturnType<typeof parseArgs<{ options: Of }>>['values'];

const HELP = { help: { type: 'boolean' } } as const;

/** Says in one sentence why the benchmark cannot begin, and ends it with exit code 2. */
export function refuse(why: string): never {
  console.error(why);
  process.exit(2);
}

/** A line for each, with what holds where it is not given. */
const told = (options: Options): string =>
  Object.entries(options)
    .map(([name, { type, multiple, default: usual }]) => {
      const value = type === 'string' ? ' VALUE' : '';
      const more = [
        multiple ? 'may be given several times' : [],
        type === 'string' && usual !== undefined ? `else ${String(usual) || 'none'}` : [],
      ].flat();
      return `  --${name}${value}${more.length > 0 ? ` (${more.join('; ')})` : ''}`;
    })
    .join('\n');

/**
 * The values of `options`. At `--help`, or at what is none of them, it tells them all and ends the benchmark: with exit
 * code 0, or 2.
 */
export function optionsOf<const Of extends Options>(options: Of, args = process.argv.slice(2)): Values<Of> {
  const all = `The options are:\n${told(options)}`;
  try {
    const { values } = parseArgs({ options: { ...options, ...HELP }, args });
    if (!('help' in values)) return values as Values<Of>;
  } catch (error) {
    // What Node adds to its first sentence is of arguments that no benchmark takes.
    const [what = ''] = (error as Error).message.split('. ');
    refuse(`${what}. ${all}`);
  }
  console.log(all);
  process.exit();
}
