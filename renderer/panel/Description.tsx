import type { Outcome } from '@shared/analysis.js';
import type { Claim } from '@shared/records/index.js';
import { ChevronDown, ChevronRight, Pencil } from 'lucide-react';
import { type RefObject, useRef, useState } from 'react';
import { type ShotView, segmentsOf } from '../board/index.js';
import { DraftMark, useWords, type Words } from '../drafts/index.js';
import { useAnalysis, useClaims, useDocument, useSession, useShownTake } from '../stores/index.js';
import { Tip, useReturnFocus } from '../ui/index.js';
import { AddClaim } from './AddClaim.js';
import { ClaimPopover } from './ClaimPopover.js';
import { moreClaims } from './more-claims.js';
import { OutcomeMark } from './OutcomeMark.js';
import { saveDescription } from './save-description.js';
import { useMarked } from './use-marked.js';
import { verdictsById } from './verdicts.js';
import './description.css';

const edit = () => useSession.setState({ editing: 'description' });
const stopEditing = () => useSession.setState({ editing: null });

interface FormProps {
  readonly view: ShotView;
  readonly words: Words;
  /** Where the focus goes when the form closes. */
  readonly back: RefObject<HTMLElement | null>;
}

/** However it is left, what is typed stays a draft until it is saved or discarded. */
function DescriptionForm({ view, words, back }: FormProps) {
  const { text, isDraft, write, discard, settle } = words;
  useReturnFocus(back);
  const save = async () => {
    const description = text.trim();
    if (!description) return;
    stopEditing();
    if (!isDraft || (await saveDescription(view.shot.id, description))) settle(text);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <textarea
        className="field"
        aria-label="Description"
        rows={4}
        value={text}
        // The artist asked to edit, so the words are what the next key is for.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') stopEditing();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        }}
      />
      <div className="form-buttons">
        {isDraft ? (
          <DraftMark onDiscard={discard} />
        ) : (
          <span className="faint">Only changed claims are judged again.</span>
        )}
        <button type="button" className="quiet" onClick={stopEditing}>
          {isDraft ? 'Save later' : 'Close'}
        </button>
        <button type="submit" className="button" disabled={text.trim() === ''}>
          Save
        </button>
      </div>
    </form>
  );
}

/** What is wrong or doubtful is read at once, unless a finding says it already. */
const isQuiet = (outcome: Outcome, hasFinding: boolean): boolean =>
  outcome === 'fail' ? hasFinding : outcome !== 'unsure';

/** Characters above which a description is folded, so that what was found stands beside it. */
const LONG = 420;

/** The description with its claims underlined by what the judge said of the take on the screen. */
export function Description({ view }: { view: ShotView }) {
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const editing = useSession((session) => session.editing === 'description');
  const analysis = useAnalysis(useShownTake()?.id);
  const claims = useClaims(view.shot.id);
  const [unfolded, setUnfolded] = useState(false);
  const [inFull, setInFull] = useState(false);
  const isSought = useSession(({ filter }) => filter.words.trim() !== '');
  const section = useRef<HTMLElement>(null);
  const words = useWords(view.shot.id, 'description', view.shot.description);
  useMarked(section, '.unasked, .claim');
  if (editing)
    return (
      <section aria-label="Description" ref={section} tabIndex={-1}>
        <DescriptionForm view={view} words={words} back={section} />
      </section>
    );
  const verdicts = verdictsById(analysis);
  const outcomeOf = (claim: Claim): Outcome =>
    claim.muted ? 'not-judged' : (verdicts.get(claim.id)?.outcome ?? 'not-judged');
  const free = claims.filter((claim) => claim.span === null);
  const found = new Set(view.findings.flatMap(({ claimIds }) => claimIds));
  const quiet = free.filter((claim) => isQuiet(outcomeOf(claim), found.has(claim.id)));
  const listed = unfolded ? free : free.filter((claim) => !quiet.includes(claim));
  const isLong = view.shot.description.length > LONG && !isSought;
  const Chevron = unfolded ? ChevronDown : ChevronRight;
  return (
    <section aria-label="Description" className="description" ref={section} tabIndex={-1}>
      <p
        className="selectable description-words"
        data-folded={(isLong && !inFull) || undefined}
        // Whoever comes to what is folded away, as with the Tab key, has it brought into sight.
        onScroll={() => setInFull(true)}
      >
        {segmentsOf(view.shot.description, claims, verdicts).map((segment, i) =>
          segment.claims.length === 0 ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their index
            <span key={i} className="unasked">
              {segment.text}
            </span>
          ) : (
            <ClaimPopover
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their index
              key={i}
              claims={segment.claims}
              verdicts={verdicts}
              outcome={segment.outcome}
              className={`claim claim-${segment.outcome}`}
              words={segment.text}
            />
          ),
        )}
      </p>
      <div className="description-tools">
        {isLong && (
          <button
            type="button"
            className="quiet after-text"
            aria-expanded={inFull}
            data-testid="description-in-full"
            onClick={() => setInFull(!inFull)}
          >
            {inFull ? 'Show less' : 'Show all'}
          </button>
        )}
        {writable && (
          <Tip text="Edit the description">
            <button
              type="button"
              className="quiet after-text"
              aria-label="Edit the description"
              onClick={edit}
            >
              <Pencil size={14} aria-hidden />
            </button>
          </Tip>
        )}
        {writable && <AddClaim shotId={view.shot.id} />}
        {quiet.length > 0 && (
          <button
            type="button"
            className="quiet after-text numbers"
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
          >
            <Chevron size={14} aria-hidden />
            {moreClaims(quiet.map(outcomeOf))}
          </button>
        )}
      </div>
      {words.isDraft && (
        <div className="description-draft">
          <DraftMark onDiscard={words.discard} />
          <button type="button" className="description-typed" title="Go on writing" onClick={edit}>
            {words.text}
          </button>
        </div>
      )}
      {listed.length > 0 && (
        <ul className="free-claims" aria-label="Also asked">
          {listed.map((claim) => (
            <li key={claim.id}>
              <ClaimPopover
                claims={[claim]}
                verdicts={verdicts}
                outcome={outcomeOf(claim)}
                className={`chip ${claim.muted ? 'chip-muted' : ''}`}
                words={claim.text}
                mark={<OutcomeMark outcome={outcomeOf(claim)} />}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
