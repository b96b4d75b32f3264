import type { LoadedSettings } from '@shared/contract/index.js';

/** Says what is wrong with the user's settings file; what is done goes on without it. */
export function tellProblem({ problem }: LoadedSettings, note: (text: string) => void): void {
  if (problem) note(`${problem.message}\n${problem.hint}`);
}
