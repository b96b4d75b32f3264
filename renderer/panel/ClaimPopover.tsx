import type { Outcome, Verdict } from '@shared/analysis.js';
import type { Claim } from '@shared/records/index.js';
import { Popover } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { DraftMark, useWords } from '../drafts/index.js';
import { send } from '../link/index.js';
import { useDocument, useSession, wordsKey } from '../stores/index.js';
import { Float, Segmented, Tip, Toggle } from '../ui/index.js';
import { Members } from './Members.js';
import { OutcomeMark } from './OutcomeMark.js';
import { outcomeWord, verdictText } from './verdicts.js';

const WEIGHTS: readonly (readonly [number, string])[] = [
  [0.5, 'Less'],
  [1, 'Usual'],
  [2, 'More'],
  [4, 'Much more'],
];

function ClaimForm({
  claim,
  verdict,
  onDone,
}: {
  claim: Claim;
  verdict: Verdict | undefined;
  onDone: () => void;
}) {
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const { text, isDraft, write, discard, settle } = useWords(claim.shotId, `reword ${claim.id}`, claim.text);
  const change = (part: { text?: string; weight?: number; muted?: boolean }) =>
    send({ type: 'edit-claim', claimId: claim.id, ...part });
  const save = async () => {
    onDone();
    const words = text.trim();
    if (words && words !== claim.text && (await change({ text: words }))) settle(text);
  };
  return (
    <form
      className="claim-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label>
        <span className="faint">
          {claim.kind}
          {claim.negated ? ', should not be seen' : ''} · {verdictText(verdict, claim.muted)}
        </span>
        <input
          className="field"
          value={text}
          maxLength={300}
          readOnly={!writable}
          onChange={(event) => write(event.target.value)}
        />
      </label>
      <Members verdict={claim.muted ? undefined : verdict} />
      <div className="row">
        <Segmented
          label="Weight in the score"
          options={WEIGHTS}
          value={claim.weight}
          disabled={() => !writable}
          onChange={(weight) => void change({ weight })}
        />
      </div>
      <div className="row">
        <span>Ask the judge</span>
        <Toggle
          label="Ask the judge"
          checked={!claim.muted}
          disabled={!writable}
          onChange={(on) => void change({ muted: !on })}
        />
      </div>
      {writable && (
        <div className="claim-buttons">
          {isDraft && <DraftMark onDiscard={discard} />}
          {claim.source === 'artist' && (
            <button
              type="button"
              className="quiet"
              onClick={() => {
                void send({ type: 'remove-claim', claimId: claim.id });
                onDone();
              }}
            >
              Remove
            </button>
          )}
          <button type="submit" className="button">
            {text.trim() === claim.text ? 'Done' : 'Reword'}
          </button>
        </div>
      )}
    </form>
  );
}

interface Props {
  readonly claims: readonly Claim[];
  readonly outcome: Outcome | null;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly className: string;
  /** What they read. */
  readonly words: string;
  /** Before them. */
  readonly mark?: ReactNode;
}

/** Words that stand for claims: point at them for the verdict and its evidence, click to change what is asked. */
export function ClaimPopover({ claims, verdicts, className, words, mark, outcome }: Props) {
  const [open, setOpen] = useState(false);
  const isDraft = useSession(({ words }) =>
    claims.some(({ id, shotId }) => wordsKey(shotId, `reword ${id}`) in words),
  );
  const first = claims[0];
  if (!first) return words;
  const pointed = { kind: 'claim', claimId: first.id } as const;
  const point = () => useSession.setState({ hovered: pointed });
  const leave = () => useSession.setState({ hovered: null });
  const show = (to: boolean) => {
    setOpen(to);
    useSession.setState({ pinned: to ? pointed : null });
  };
  const said = (
    <ul className="claim-tip">
      {claims.map((claim) => (
        <li key={claim.id}>
          <OutcomeMark outcome={claim.muted ? undefined : verdicts.get(claim.id)?.outcome} />
          <span>
            {claim.text}{' '}
            <span className="faint numbers">{verdictText(verdicts.get(claim.id), claim.muted)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <Popover.Root open={open} onOpenChange={show}>
      <Tip text={said} side="left">
        <Popover.Trigger asChild>
          {/* biome-ignore lint/a11y/useSemanticElements: a button would not break across lines with the sentence */}
          <span
            role="button"
            tabIndex={0}
            className={className}
            aria-label={`${words}, ${first.muted ? 'muted' : outcomeWord(outcome)}`}
            data-outcome={outcome ?? undefined}
            data-draft={isDraft || undefined}
            onPointerEnter={point}
            onPointerLeave={leave}
            onFocus={point}
            onBlur={leave}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              show(true);
            }}
          >
            {mark}
            {words}
          </span>
        </Popover.Trigger>
      </Tip>
      <Float label="Claim">
        {claims.map((claim) => (
          <ClaimForm
            key={claim.id}
            claim={claim}
            verdict={verdicts.get(claim.id)}
            onDone={() => show(false)}
          />
        ))}
      </Float>
    </Popover.Root>
  );
}
