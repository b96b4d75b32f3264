/** Which picture shows which shot, however that was found. */

export interface LeftOut {
  readonly path: string;
  /** For the artist: "no shot is numbered 7". */
  readonly reason: string;
  /** `aside`: it is no frame, by its folder or by hand; `nameless`: nothing in its name could be a shot's number. */
  readonly kind: 'aside' | 'nameless' | 'unmatched';
}

/** What a picture was matched by. `order`: nothing but its place among the names. */
export type MatchedBy = 'source' | 'name' | 'order' | 'pattern' | 'hand';

/** What nothing but a guess decided, before anything was put right by hand. */
export interface Guesses {
  /** The names hold other numbers than the shots, as many as there are shots. */
  readonly isInOrder: boolean;
  /** Numbers that shots share which nothing else tells apart: their pictures are paired in order. */
  readonly alike: readonly string[];
  /** Of each kind of names in which another number may be the shot's as well, one. */
  readonly contested: readonly string[];
}

export interface Matching {
  /** Of each shot as given: paths of its pictures, those that the source names first, then in natural order. */
  readonly takes: readonly (readonly string[])[];
  /** Every other picture. */
  readonly leftOut: readonly LeftOut[];
  /** Names that the source gives to pictures that are not there. */
  readonly missing: readonly { readonly shot: number; readonly name: string }[];
  /** Of each picture that is a take. */
  readonly by: ReadonlyMap<string, MatchedBy>;
  readonly guesses: Guesses;
}
