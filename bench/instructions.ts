/** What the processor multiplies whole numbers with: figures of one kind say little of another. */
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';

/** As Linux names them, the fastest first; and whether bars hold with it. */
const KNOWN: readonly { flag: string; name: string; isFast: boolean }[] = [
  { flag: 'amx_int8', name: 'AMX', isFast: true },
  { flag: 'avx512_vnni', name: 'AVX-512 VNNI', isFast: true },
  { flag: 'avx_vnni', name: 'AVX VNNI', isFast: true },
  { flag: 'i8mm', name: 'Arm I8MM', isFast: true },
  { flag: 'asimddp', name: 'Arm dot products', isFast: true },
  { flag: 'avx512f', name: 'AVX-512 without VNNI', isFast: false },
  { flag: 'avx2', name: 'AVX2', isFast: false },
];

export interface Instructions {
  /** For a person. */
  readonly name: string;
  /** Bars hold; false where they do not, or the system does not tell. */
  readonly isFast: boolean;
}

export async function instructions(): Promise<Instructions> {
  const model = cpus()[0]?.model.trim() || process.arch;
  const text = await readFile('/proc/cpuinfo', 'utf8').catch(() => '');
  const flags = new Set(/^(?:flags|Features)\s*:(.*)$/m.exec(text)?.[1]?.split(' '));
  const found = KNOWN.find(({ flag }) => flags.has(flag));
  return { name: `${model}, ${found?.name ?? 'instructions unknown'}`, isFast: found?.isFast ?? false };
}
