/** Claims as they cross to the window, by their shot and id, and without what most of them have in common. */
import { z } from 'zod';
import { groupBy } from './group-by.js';
import { type Claim, claim, NO_PARTS } from './records/index.js';
import { withoutUsual, withUsual } from './usual-fields.js';

type Named = Pick<Claim, 'kind' | 'text'>;
type Told = Omit<Claim, 'id' | 'shotId'>;
type Usual = Exclude<keyof Told, keyof Named>;

const USUAL: Pick<Told, Usual> = {
  ...NO_PARTS,
  parents: [],
  span: null,
  weight: 1,
  negated: false,
  muted: false,
  source: 'description',
  factId: null,
};

const sentClaim = claim.omit({ id: true, shotId: true }).partial().required({ kind: true, text: true });
type SentClaim = z.infer<typeof sentClaim>;

/** By shot, then by their ids. */
export const sentClaims = z.record(z.string(), z.record(z.string(), sentClaim));
export type SentClaims = z.infer<typeof sentClaims>;

export const sentClaimsOf = (claims: readonly Claim[]): SentClaims =>
  Object.fromEntries(
    [...groupBy(claims, ({ shotId }) => shotId)].map(([shotId, own]) => [
      shotId,
      Object.fromEntries(own.map((one) => [one.id, sentClaimOf(one)])),
    ]),
  );

function sentClaimOf({ id: _, shotId: __, ...told }: Claim): SentClaim {
  return withoutUsual<Told, Usual>(told, USUAL);
}

export const claimsFrom = (sent: SentClaims): Claim[] =>
  Object.entries(sent).flatMap(([shotId, own]) =>
    Object.entries(own).map(([id, one]) => ({ id, shotId, ...withUsual<Told, Usual>(one, USUAL) })),
  );
