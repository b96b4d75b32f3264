import type { TakeAnalysis } from '@shared/analysis.js';
import { Popover } from 'radix-ui';
import { useSession } from '../stores/index.js';
import { Float } from '../ui/index.js';

/** Who judged, which version, how long, and what it cannot judge. */
export function JudgeNote({ analysis }: { analysis: TakeAnalysis | null }) {
  const judges = useSession((session) => session.info)?.judges ?? [];
  if (!analysis?.judge) return null;
  const judge = judges.find((one) => one.id === analysis.judge);
  const seconds = analysis.milliseconds === null ? '' : `, ${(analysis.milliseconds / 1000).toFixed(1)} s`;
  return (
    <p className="faint numbers judge-note">
      Judged by {judge?.name ?? analysis.judge} {analysis.judgeVersion}
      {seconds}
      {analysis.coarse && ', in words rather than probabilities'}.{' '}
      {judge && judge.limits.length > 0 && (
        <Popover.Root>
          <Popover.Trigger asChild>
            <button type="button" className="link">
              What it cannot judge
            </button>
          </Popover.Trigger>
          <Float label="What it cannot judge">
            <h3>{judge.name} cannot judge</h3>
            <ul className="limits selectable">
              {judge.limits.map((limit) => (
                <li key={limit}>{limit}</li>
              ))}
            </ul>
          </Float>
        </Popover.Root>
      )}
    </p>
  );
}
