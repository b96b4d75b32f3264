import type { JudgeExamination, JudgeInfo } from '@shared/contract/index.js';
import { useSettings } from '../stores/index.js';
import { Examination } from './Examination.js';

interface Props {
  readonly judges: readonly JudgeInfo[];
  readonly examinationOf: (judge: string) => JudgeExamination | null;
  readonly onChange: () => Promise<void>;
}

/** Judges that are no model of this machine: servers, and several judges as one. */
export function OtherJudges({ judges, examinationOf, onChange }: Props) {
  const chosen = useSettings((settings) => settings.judge);
  return judges.map(({ id, name, limits, licence }) => (
    <article key={id} className="model" aria-label={name} data-testid={`model-${id}`}>
      <header>
        <h3>{name}</h3>
        <span className="faint">{licence}</span>
      </header>
      {limits.length > 0 && (
        <ul className="limits selectable" aria-label={`What ${name} cannot judge`}>
          {limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      )}
      <Examination name={name} chosen={chosen === id} examination={examinationOf(id)} onChange={onChange} />
    </article>
  ));
}
