import {
  Ban,
  Check,
  CircleDashed,
  CircleOff,
  ClockAlert,
  Image,
  ImageOff,
  type LucideIcon,
  Pause,
  PencilLine,
  RefreshCw,
  ShieldQuestionMark,
  X,
} from 'lucide-react';
import type { ShotState, ShotView } from '../board/index.js';

const STATES: Record<ShotState, readonly [word: string, icon: LucideIcon]> = {
  pending: ['Pending', CircleDashed],
  approved: ['Approved', Check],
  'needs-changes': ['Needs changes', PencilLine],
  rejected: ['Rejected', X],
  'on-hold': ['On hold', Pause],
  regenerating: ['Regenerating', RefreshCw],
  'approved-elsewhere': ['Approved elsewhere', ShieldQuestionMark],
  'out-of-date': ['Out of date', ClockAlert],
  'limit-reached': ['Limit reached', Ban],
  'missing-image': ['Missing image', ImageOff],
  'no-picture': ['No picture yet', Image],
  omitted: ['Out of play', CircleOff],
};

export const stateWord = (state: ShotState): string => STATES[state][0];

interface Props {
  readonly view: Pick<ShotView, 'state' | 'rounds' | 'limit' | 'request'>;
  /** Only the icon; the word is still read out. */
  readonly iconOnly?: boolean;
  readonly testId?: string;
}

export function StateMark({ view, iconOnly, testId }: Props) {
  const [word, Icon] = STATES[view.state];
  const turning = view.state === 'regenerating';
  const queued = view.request?.state === 'queued' ? 'Waiting for the generator' : word;
  return (
    <span className={`state state-${view.state}`} data-testid={testId} data-state={view.state}>
      <Icon size={14} strokeWidth={2.25} className={turning ? 'turning' : undefined} aria-hidden />
      <span className={iconOnly ? 'unseen' : undefined}>{turning ? queued : word}</span>
    </span>
  );
}
