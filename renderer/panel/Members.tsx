import type { Verdict } from '@shared/analysis.js';
import { useSession } from '../stores/index.js';
import { probability } from '../ui/index.js';

type Said = { readonly verdict: Verdict | undefined };

function useNames(): (id: string) => string {
  const judges = useSession((session) => session.info)?.judges ?? [];
  return (id) => judges.find((judge) => judge.id === id)?.name ?? id;
}

/** What each judge of an ensemble said of a claim, and how far they agree. Nothing where one judge was asked. */
export function Members({ verdict }: Said) {
  const nameOf = useNames();
  if (!verdict?.members) return null;
  const { members, agreement, reason } = verdict;
  return (
    <div className="members numbers" data-disagree={reason !== '' || undefined}>
      <ul aria-label="What each judge said">
        {members.map(({ id, p }) => (
          <li key={id}>
            <span>{nameOf(id)}</span>
            <span className="meter" aria-hidden>
              <i style={{ transform: `scaleX(${p ?? 0})` }} />
            </span>
            <span>{p === null ? 'declined' : probability(p)}</span>
          </li>
        ))}
      </ul>
      {agreement !== undefined && (
        <p className="faint">
          {reason === '' ? '' : 'The judges disagree, so this is left unsure. '}
          Agreement {agreement.toFixed(2)}
        </p>
      )}
    </div>
  );
}

/** The same in one line. */
export function MembersLine({ verdict }: Said) {
  const nameOf = useNames();
  if (!verdict?.members) return null;
  const { members, agreement, reason } = verdict;
  return (
    <p className="members-line faint numbers" data-disagree={reason !== '' || undefined}>
      {members.map(({ id, p }) => `${nameOf(id)} ${p === null ? 'declined' : p.toFixed(2)}`).join(' · ')}
      {agreement !== undefined &&
        ` · ${reason === '' ? 'agreement' : 'they disagree, agreement'} ${agreement.toFixed(2)}`}
    </p>
  );
}
