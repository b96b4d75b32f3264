import { type Api, tryCall } from '../link/index.js';

/** What came of what was asked for, in sentences. */
export interface Said {
  readonly wrong: boolean;
  readonly lines: readonly string[];
}

export async function tellOf(
  run: (api: Api) => Promise<{ readonly told: readonly string[] }>,
): Promise<Said> {
  const answer = await tryCall(run);
  if ('value' in answer) return { wrong: false, lines: answer.value.told };
  return { wrong: true, lines: [answer.error.message, answer.error.hint] };
}
