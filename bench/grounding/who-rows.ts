/** What the finding "not the same one" comes to on boards whose truth is known, a row for each question. */
import { LEAST_OTHERS } from '@core/findings/board-answers.js';
import { sensitivity } from '@shared/sensitivity.js';
import { wilson } from '@shared/wilson.js';
import { areaUnder, interval, percent } from '../statistics.js';
import type { WhoShot } from './who.js';

export function whoRows(boards: readonly (readonly WhoShot[])[]): string[][] {
  const compared = boards.flat().filter(({ resemblance }) => (resemblance?.shots ?? 0) >= LEAST_OTHERS);
  const another = compared.filter(({ isAnother }) => isAnother);
  const same = compared.filter(({ isAnother }) => !isAnother);
  const lessAlike = (shots: readonly WhoShot[]): number[] =>
    shots.map(({ resemblance }) => (resemblance?.usual ?? 0) - (resemblance?.likeness ?? 0));
  const share = (shots: readonly WhoShot[], by: keyof WhoShot['flagged']): string => {
    const flagged = shots.filter((shot) => shot.flagged[by]).length;
    return `${percent(flagged / shots.length)} (${interval(wilson(flagged, shots.length))})`;
  };
  const changed = same.filter(({ kind }) => kind.startsWith('changed'));
  return [
    [
      'not the same one, AUC',
      areaUnder(lessAlike(another), lessAlike(same)).toFixed(3),
      '≥ 0.95',
      `${another.length} of another look, ${same.length} not, on ${boards.length} boards`,
    ],
    ...sensitivity.options.flatMap((by) => [
      [`  ${by}: found`, share(another, by), '', `${another.length} shots with another look`],
      [`  ${by}: false alarms`, share(same, by), '', `${same.length} shots without`],
      [
        `  ${by}: false alarms where words change a look`,
        share(changed, by),
        '',
        `${changed.length} shots of boards with a licensed change`,
      ],
    ]),
  ];
}
