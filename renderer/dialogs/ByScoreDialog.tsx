import { useMemo, useState } from 'react';
import { asOne, byScore, hides, type ScoreRule, type ShotView } from '../board/index.js';
import { send } from '../link/index.js';
import { say, useSession, useVisible } from '../stores/index.js';
import { closeDialog, count, Dialog, Segmented, Toggle } from '../ui/index.js';
import './by-score.css';

const BELOW = [
  ['reject', 'Reject'],
  ['needs-changes', 'Needs changes'],
] as const;

/** Where a bound that is turned on begins. */
const USUAL = { approveFrom: 90, lowBelow: 50 };
/** As the artist last had it, for as long as the window is there. */
let last: ScoreRule = { ...USUAL, below: 'reject', alsoFlagged: false };

interface BoundProps {
  readonly id: string;
  readonly words: string;
  readonly value: number | null;
  readonly usual: number;
  readonly onChange: (value: number | null) => void;
}

function Bound({ id, words, value, usual, onChange }: BoundProps) {
  return (
    <div className="row by-score-bound">
      <label htmlFor={`${id}-on`}>
        <Toggle
          id={`${id}-on`}
          label={words}
          checked={value !== null}
          onChange={(on) => onChange(on ? usual : null)}
        />
        <span>{words}</span>
      </label>
      <input
        type="range"
        aria-label={`${words}: score`}
        min={0}
        max={100}
        disabled={value === null}
        value={value ?? usual}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <output className="numbers">{value ?? '–'}</output>
    </div>
  );
}

/** A longer list is told as a number alone. */
const NAMED = 12;
const numbersOf = (views: readonly ShotView[]): string =>
  views.length === 0 || views.length > NAMED ? '' : `: ${views.map(({ shot }) => shot.number).join(', ')}`;

function Told({ views, one, many }: { views: readonly ShotView[]; one: string; many: string }) {
  if (views.length === 0) return null;
  return (
    <li className="numbers">
      {count(views.length, one, many)}
      {numbersOf(views)}
    </li>
  );
}

/** Decides on all shots shown by their scores, but for what the artist decided by hand. One step of undo. */
export function ByScoreDialog() {
  const [rule, setRule] = useState(last);
  const visible = useVisible();
  const narrowed = useSession(({ filter }) => hides(filter));
  const found = useMemo(() => byScore(visible, rule), [visible, rule]);
  const set = (part: Partial<ScoreRule>) => {
    last = { ...rule, ...part };
    setRule(last);
  };
  const { approveFrom, lowBelow, below, alsoFlagged } = rule;
  const crossed = approveFrom !== null && lowBelow !== null && lowBelow > approveFrom;
  const { high, low, flagged, between, byHand, unknown, commands } = found;
  const decide = async () => {
    closeDialog();
    const command = asOne(commands);
    const left = byHand.length > 0 ? `${count(byHand.length, 'shot')} decided by hand left alone.` : '';
    if (command && (await send(command)))
      say('done', `${count(commands.length, 'shot')} decided by score.`, left);
  };
  return (
    <Dialog
      title="Decide by score"
      footer={
        <>
          <span className="faint by-score-sum">
            {commands.length === 0 ? 'Nothing would change.' : 'No picture is made. One undo takes it back.'}
          </span>
          <button type="button" className="button" onClick={closeDialog}>
            Cancel
          </button>
          <button
            type="button"
            className="button yes"
            data-testid="by-score-confirm"
            data-first
            disabled={commands.length === 0 || crossed}
            onClick={() => void decide()}
          >
            Decide {commands.length}
          </button>
        </>
      }
    >
      <div className="by-score">
        <Bound
          id="by-score-high"
          words="Approve frames as they are from"
          value={approveFrom}
          usual={USUAL.approveFrom}
          onChange={(value) => set({ approveFrom: value })}
        />
        <label className="by-score-also" htmlFor="by-score-also">
          <Toggle
            id="by-score-also"
            label="Also frames in which something was found"
            checked={alsoFlagged}
            disabled={approveFrom === null}
            onChange={(on) => set({ alsoFlagged: on })}
          />
          <span>Also frames in which something was found</span>
        </label>
        <Bound
          id="by-score-low"
          words={below === 'reject' ? 'Reject below' : 'Needs changes below'}
          value={lowBelow}
          usual={USUAL.lowBelow}
          onChange={(value) => set({ lowBelow: value })}
        />
        <Segmented
          label="What is below"
          options={BELOW}
          value={below}
          onChange={(to) => set({ below: to })}
        />
        {crossed && (
          <p className="wrong" role="alert">
            What is approved begins below where the others end: lower the second, or raise the first.
          </p>
        )}
        <ul className="by-score-told" aria-label="What becomes of them" aria-live="polite">
          <Told views={high} one="frame approved" many="frames approved" />
          <Told
            views={low}
            one={below === 'reject' ? 'frame rejected' : 'frame needs changes'}
            many={below === 'reject' ? 'frames rejected' : 'frames need changes'}
          />
          <Told
            views={flagged}
            one="frame stays pending, since something was found in it"
            many="frames stay pending, since something was found in them"
          />
          <Told views={between} one="shot between stays pending" many="shots between stay pending" />
          <Told
            views={byHand}
            one="shot decided by hand is left alone"
            many="shots decided by hand are left alone"
          />
          <Told
            views={unknown}
            one="shot without a picture or score is left alone"
            many="shots without a picture or score are left alone"
          />
        </ul>
        <p className="faint">
          {narrowed && 'Of the shots that the filter shows. '}The score says how well a frame keeps its
          description, not whether it is a good picture. What you decide by hand afterwards stays, also when
          you decide by score again.
        </p>
      </div>
    </Dialog>
  );
}
