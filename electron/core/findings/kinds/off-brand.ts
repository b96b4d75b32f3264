import type { BrandScore } from '@core/brand/index.js';
import { type Found, findingKind } from '../finding-kind.js';
import { sayStyle } from './style-drift.js';

interface OffBrand extends Found {
  readonly score: BrandScore;
  readonly name: string;
}

/** Probability of being on style below which a frame is grave rather than clear. */
const GRAVELY = 0.1;

/** A frame that is not in the style of the brand, by the examples that the artist marked. */
export const offBrand = findingKind<'off-brand', OffBrand>({
  kind: 'off-brand',
  find(frame, board) {
    const score = board.brand(frame);
    if (!score?.off) return [];
    const name = board.brandName();
    const item = {
      shotId: frame.shot.id,
      takeId: frame.take.id,
      label: 'in the brand’s style, from 0 to 1',
      value: Math.round(1000 * score.p) / 1000,
      region: null,
    };
    const detail = `${Math.round(100 * score.p)} % on style${score.difference ? `: ${score.difference.detail}` : ''}`;
    return [{ about: '', claimIds: [], factId: null, evidence: { items: [item], detail }, score, name }];
  },
  severity: ({ score }) => (score.p < GRAVELY ? 'high' : 'medium'),
  message({ score, name }) {
    const what = `This frame is off the brand style${name ? ` “${name}”` : ''}`;
    const words = score.difference?.words ?? [];
    return words.length > 0
      ? `${what}: it has ${words.join(' and ')} than the frames that are on it.`
      : `${what}.`;
  },
  edits: sayStyle,
});
