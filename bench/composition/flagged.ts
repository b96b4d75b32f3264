/** How many frames are reported that are as their description says: of each rule that is on, and of none. */
import { type BoardAnswers, FINDING_KINDS, type Frame } from '@core/findings/index.js';
import { describeScene, type Scene } from '@models/storybook/world/index.js';
import { RULE_IDS } from '@shared/composition/index.js';
import type { Detection } from '@shared/records/index.js';
import { wilson } from '@shared/wilson.js';
import { interval, percent, table } from '../statistics.js';
import { claimsOf } from './claims.js';
import { composed } from './frames.js';
import { type View, viewOf } from './view.js';

const FRAMING = 'no rule, the framing alone';

/** Of frames one after the other, as shots of one scene. */
export function flagged(scenes: readonly Scene[], see: (view: View) => readonly Detection[]): string {
  const counts = new Map<string, number>();
  const note = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  let before: ReturnType<BoardAnswers['before']> = null;
  for (const [at, scene] of scenes.entries()) {
    const description = describeScene(scene);
    const detections = see(viewOf(scene));
    const composition = composed(detections, { description });
    const shot = { id: String(at), number: String(at), description };
    const frame: Frame = {
      shot,
      take: { id: String(at) },
      claims: claimsOf(description),
      verdicts: [],
      measures: null,
      failure: null,
      composed: { composition, detections },
    };
    const previous = before;
    const board = (rules: readonly (typeof RULE_IDS)[number][]) =>
      ({ rules: () => rules, before: () => previous }) as unknown as BoardAnswers;
    if (FINDING_KINDS['wrong-framing'].detect(frame, board([])).length > 0) note(FRAMING);
    for (const rule of RULE_IDS)
      if (FINDING_KINDS.composition.detect(frame, board([rule])).length > 0) note(rule);
    before = { composition, detections, shotId: shot.id, takeId: shot.id, number: shot.number };
  }
  const rows = [FRAMING, ...RULE_IDS].map((what) => {
    const hits = counts.get(what) ?? 0;
    const share = `${percent(hits / scenes.length)} (${interval(wilson(hits, scenes.length))})`;
    return [what, share, `${hits}`, `${scenes.length}`];
  });
  return table(['rule', 'reported (95 %)', 'reported', 'frames'], rows);
}
