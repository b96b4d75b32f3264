/** A rule of composition that a frame breaks, drawn over it. */
import type { Finding } from '@shared/analysis.js';
import type { Composition, CompositionRule } from '@shared/composition/index.js';
import { RULE_IDS } from '@shared/composition/index.js';
import type { FindingPicture, PictureSide } from '@shared/finding-picture.js';
import type { Region, Take } from '@shared/records/index.js';
import { nameOf } from './claim-picture.js';
import type { PicturedBoard } from './pictured-board.js';
import { level, otherSide, ownSide, upright } from './sides.js';

type Drawn = Partial<Pick<PictureSide, 'marks' | 'lines'>>;

const marked = (region: Region | undefined, label = ''): Drawn =>
  region ? { marks: [{ region, label }] } : {};

/** What one sees a rule broken by; those of two frames mark the subject in both. */
const DRAWN: Partial<Readonly<Record<CompositionRule, (of: Composition, take: Take) => Drawn>>> = {
  headroom: ({ subject, headroom }) => {
    if (!subject) return {};
    const { x, width, y } = subject.region;
    const above = { x, y: 0, width, height: Math.max(headroom ?? y, 0.01) };
    return { marks: [{ region: above, label: 'room above' }] };
  },
  'look-room': ({ subject, direction }) => {
    if (!subject || !direction) return marked(subject?.region);
    const { x, y, width, height } = subject.region;
    const before = direction === 'left' ? { x: 0, width: x } : { x: x + width, width: 1 - x - width };
    return {
      marks: [
        { region: subject.region, label: `looks ${direction}` },
        { region: { ...before, y, height }, label: '' },
      ],
    };
  },
  horizon: ({ horizon }, { width, height }) => {
    const y = horizon?.y ?? 0.5;
    const shape = width > 0 && height > 0 ? width / height : 16 / 9;
    const falls = Math.tan(((horizon?.tilt ?? 0) * Math.PI) / 180) * shape;
    const tilted = { from: { x: 0, y: y - falls / 2 }, to: { x: 1, y: y + falls / 2 }, guide: false };
    return { lines: [level(y, true), tilted] };
  },
  thirds: ({ point, subject }) => ({
    ...marked(subject?.region),
    lines: [upright(1 / 3, true), upright(2 / 3, true), ...(point ? [upright(point.x, false)] : [])],
  }),
  balance: ({ lean }) => ({ lines: [upright(0.5, true), upright(0.5 + (lean ?? 0), false)] }),
};

/** The rule that a finding of this kind is about; its key names it. */
export function ruleOf({ key, shotId }: Pick<Finding, 'key' | 'shotId'>): CompositionRule | undefined {
  const [rule] = key.slice(`composition:${shotId}:`.length).split(' ');
  return RULE_IDS.find((id) => id === rule);
}

export function compositionPicture(board: PicturedBoard, finding: Finding, own: Take): FindingPicture {
  const composition = board.brief(own.id)?.composition;
  const rule = ruleOf(finding);
  const drawn = composition && rule && DRAWN[rule]?.(composition, own);
  const regionOf = (takeId: string) =>
    finding.evidence.items.find((item) => item.takeId === takeId)?.region ?? undefined;
  const here = ownSide(own, drawn ?? marked(regionOf(own.id)));
  const item = finding.evidence.items.find(({ takeId }) => takeId !== own.id);
  const before = board.review.records.take[item?.takeId ?? ''];
  if (!item || !before) return { sides: [here], magnified: false };
  const said = `${nameOf(board, item.shotId)}, before it`;
  return { sides: [otherSide(before, { said, ...marked(regionOf(before.id)) }), here], magnified: false };
}
