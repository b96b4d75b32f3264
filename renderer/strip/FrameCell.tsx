import { memo, useRef } from 'react';
import { type Place, placesOf, type ShotView, termsOf } from '../board/index.js';
import { StyleMark, useStyleMark } from '../brand/index.js';
import { MakingMark } from '../generators/index.js';
import { lookAhead, type PictureWidth, pictureUrl } from '../link/index.js';
import { useShotDrag } from '../ordering/index.js';
import { useSession } from '../stores/index.js';
import { NewMark, Picture, SignMark, StateMark, score, shotName, signReason } from '../ui/index.js';
import { isOtherShape } from './frame-shape.js';
import { roomIn } from './line-room.js';
import { useThumbnail } from './use-thumbnail.js';
import './frame.css';

interface Props {
  readonly view: ShotView;
  /** The shot on the screen. */
  readonly current: boolean;
  /** Among the chosen: the one on the screen, or one of several. */
  readonly selected: boolean;
  /** It is being taken to another place. */
  readonly carried: boolean;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Where it lies among the others, in CSS pixels: numbers, since a new object would draw every frame anew. */
  readonly left: number;
  readonly top: number;
  readonly at: number;
  readonly of: number;
  readonly onSelect: (shotId: string, how: 'alone' | 'range' | 'more') => void;
  readonly onOpen?: (shotId: string) => void;
}

/** CSS pixels; in less, of an upright picture, a word is cut to its first letter. */
const ROOM_FOR_WORDS = 100;

/** `width`: of the frame, in CSS pixels. */
export const thumbnailWidth = (width: number): PictureWidth => (width > 300 ? 640 : 320);

const SHORT: Record<Place, string | null> = {
  Description: null,
  Prompt: 'Prompt',
  Note: 'Note',
  'How it was made': 'Made',
};
/** Where what is looked for was found, when it is not where one looks first. */
const foundWord = (places: readonly Place[]): string | null =>
  places[0] === undefined ? null : SHORT[places[0]];

/** Side by side, each as wide as the next: one background, since elements of their own cost time in every frame of a scroll. */
function stripes(colours: readonly string[]): string | undefined {
  const share = 100 / colours.length;
  const each = colours.map((colour, at) => `${colour} ${at * share}% ${(at + 1) * share}%`);
  return each.length > 0 ? `linear-gradient(to right, ${each.join(', ')})` : undefined;
}

/** A shot among others: picture, palette, number, sign, score, status. Its size never depends on what arrives. */
export const FrameCell = memo(function FrameCell(props: Props) {
  const { view, current, selected, carried, width, height, left, top, at, of, onSelect, onOpen } = props;
  const { shot, pick, summary, state, rounds, limit } = view;
  const isNew = useSession(({ seen }) => view.takes.some(({ id }) => seen?.unseen.includes(id)));
  const words = useSession(({ filter }) => filter.words);
  const frame = useRef<HTMLDivElement>(null);
  useShotDrag(frame, shot.id);
  const stage = useRef<HTMLSpanElement>(null);
  const readable = pick?.unreadable === null ? pictureUrl(pick.sha256, thumbnailWidth(width)) : null;
  const shape = pick && isOtherShape(pick, width / height) ? 'picture picture-whole' : 'picture';
  const isThere = useThumbnail(stage, readable, shape);
  const places = placesOf(view, termsOf(words));
  const found = places.length > 0 ? `found in ${places.join(', ').toLowerCase()}` : '';
  const styled = useStyleMark(pick?.id);
  const example = styled === null ? '' : `marked as ${styled ? 'on' : 'off'} style`;
  const name = [shotName(view), found, example].filter(Boolean).join(', ');
  const marks = [
    shot.status === 'rejected' && 'frame-rejected',
    shot.omitted && 'frame-omitted',
    current && 'frame-current',
    carried && 'frame-carried',
  ].filter(Boolean);
  const scored = score(view.score);
  const roundsOf = rounds > 0 ? `${rounds}/${limit}` : '';
  const isDecided = state !== 'pending';
  const room = roomIn(width, { number: shot.number, score: scored, rounds: roundsOf, isDecided });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box around it moves with the arrow keys
    <div
      ref={frame}
      role="option"
      id={`option-${shot.id}`}
      aria-selected={selected}
      aria-posinset={at + 1}
      aria-setsize={of}
      aria-label={isNew ? `${name}, new take` : name}
      tabIndex={-1}
      className={['frame', ...marks].join(' ')}
      style={{ left, top, width }}
      data-testid={`frame-${shot.number}`}
      data-sign={view.sign}
      data-state={state}
      onPointerEnter={() => lookAhead(shot.id)}
      onClick={(event) => {
        event.currentTarget.closest<HTMLElement>('[role=listbox]')?.focus({ preventScroll: true });
        onSelect(shot.id, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'more' : 'alone');
      }}
      onDoubleClick={() => onOpen?.(shot.id)}
    >
      <span ref={stage} className="frame-picture" style={{ height }}>
        {!isThere && (
          <Picture key={pick?.sha256 ?? 'none'} take={pick} width={thumbnailWidth(width)} alt="" />
        )}
        {!pick && shot.description && (
          <span className="frame-words" aria-hidden>
            {shot.description}
          </span>
        )}
        {view.running && <span className="frame-running" />}
        {view.request && <MakingMark requestId={view.request.id} />}
        {isNew && <NewMark />}
        <StyleMark on={styled} />
      </span>
      <span
        className="frame-palette"
        aria-hidden
        style={{ backgroundImage: stripes(summary?.palette ?? []) }}
      />
      <span className="frame-line numbers" title={name}>
        <b>{shot.number}</b>
        {!shot.omitted && <SignMark sign={view.sign} />}
        {!shot.omitted && view.sign !== 'unjudged' && room.hasScore && (
          <span className="frame-score">{scored}</span>
        )}
        {width >= ROOM_FOR_WORDS && (
          <span className="frame-reason">{foundWord(places) ?? (shot.omitted ? '' : signReason(view))}</span>
        )}
        <span className="frame-state">
          {roundsOf !== '' && room.hasRounds && <span title={`Round ${rounds} of ${limit}`}>{roundsOf}</span>}
          {isDecided && <StateMark view={view} iconOnly />}
        </span>
      </span>
    </div>
  );
});
