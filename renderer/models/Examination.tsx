import type { JudgeExamination } from '@shared/contract/index.js';
import type { Job } from '@shared/job.js';
import { useState } from 'react';
import { runAction, runningJob } from '../actions/index.js';
import { call } from '../link/index.js';
import { useDocument, useSettings } from '../stores/index.js';
import { clock } from '../ui/index.js';

type SkillRow = JudgeExamination['skills'][number];

interface Props {
  readonly name: string;
  /** It is the judge in use: only that one is examined. */
  readonly chosen: boolean;
  /** Null where it was not examined here. */
  readonly examination: JudgeExamination | null;
  readonly onChange: () => Promise<void>;
}

/** Never broken before its sign. */
const percent = (share: number): string => `${Math.round(100 * share)}\u00a0%`;
/** Thresholds lie near 0, where a whole per cent is coarse. */
const fine = (share: number): string =>
  share === 0 || share >= 0.1 ? percent(share) : `${(100 * share).toFixed(1)}\u00a0%`;
const range = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `${Math.round(100 * low)}–${Math.round(100 * high)}`;

/** What is no better than a coin is not asked, unless this board speaks for it. */
function standing({ drawn, board, silenced }: SkillRow): string {
  if (silenced) return ': not asked';
  return drawn && drawn.low <= 0.5 && board && board.low > 0.5
    ? `, on this board ${percent(board.share)}`
    : '';
}

/** "colour 93 %, left and right 58 %: not asked". */
const sentenceOf = (skills: readonly SkillRow[]): string =>
  skills
    .flatMap((row) => (row.drawn ? [`${row.name} ${percent(row.drawn.share)}${standing(row)}`] : []))
    .join(', ');

/** A percentage with its interval: what is far below one is no nought. */
const chanceIn = ({ chance, low, high }: NonNullable<JudgeExamination['steadiness']>): string =>
  high < 0.01 ? `under 1\u00a0%` : `${percent(chance)} (${range({ low, high })})`;

/** "Asked again of the same pictures, 17 % (14–21) of what its answers differ by is chance". */
function Steadiness({ steadiness }: { steadiness: NonNullable<JudgeExamination['steadiness']> }) {
  const said = `Asked again of the same pictures, ${chanceIn(steadiness)} of what its answers differ by is chance`;
  return (
    <p className="selectable" data-testid="steadiness">
      {steadiness.isUnsteady ? (
        <>
          <span className="not-asked">Unsteady.</span>
          {` ${said}: it fails a claim here only where chance would hardly do so, and its passes say little.`}
        </>
      ) : (
        `${said}.`
      )}
    </p>
  );
}

function Moved({ row, onChange }: { row: SkillRow; onChange: () => Promise<void> }) {
  const { skill, name, fail, ownFail, boardFail, cases, overruled, since } = row;
  const startOver = async (again: boolean) => {
    await call((api) => api.models.startOver({ skill, again }));
    await onChange();
  };
  const why = [
    ...(boardFail < ownFail ? ['its answers scatter'] : []),
    ...(fail < boardFail ? [`you overruled ${overruled} of ${cases}`] : []),
  ].join('; ');
  return (
    <>
      {fine(fail)}
      {fail < ownFail && <span className="faint block">{`was ${fine(ownFail)}: ${why}`}</span>}
      {cases > 0 && (
        <button
          type="button"
          className="quiet"
          aria-label={`Forget what was overruled of ${name}`}
          onClick={() => void startOver(false)}
        >
          Start over
        </button>
      )}
      {since !== null && (
        <button
          type="button"
          className="quiet"
          aria-label={`Count again what was overruled of ${name}`}
          onClick={() => void startOver(true)}
        >
          Count all again
        </button>
      )}
    </>
  );
}

function Skill({ row, onBoard, onChange }: { row: SkillRow; onBoard: boolean; onChange: Props['onChange'] }) {
  const { name, drawn, board, silenced, cases, overruled } = row;
  return (
    <tr data-silenced={silenced}>
      <th scope="row">
        {name}
        {silenced && <span className="block not-asked">not asked</span>}
      </th>
      <td className="numbers">
        {drawn ? percent(drawn.share) : '–'}
        {drawn && <span className="faint block">{`${range(drawn)}, ${drawn.pairs} pairs`}</span>}
      </td>
      <td className="numbers">
        {drawn ? percent(drawn.answers.rate) : '–'}
        {drawn && (
          <span className="faint block">{`${range(drawn.answers)}, ${drawn.answers.claims} answers`}</span>
        )}
      </td>
      <td className="numbers">{drawn ? `${Math.round(100 * drawn.answers.calibration)}` : '–'}</td>
      {onBoard && (
        <>
          <td className="numbers">
            {board ? percent(board.share) : '–'}
            {board && <span className="faint block">{`${range(board)}, ${board.pairs} claims`}</span>}
          </td>
          <td className="numbers">{cases === 0 ? '–' : `${overruled} of ${cases}`}</td>
          <td className="numbers">
            <Moved row={row} onChange={onChange} />
          </td>
        </>
      )}
    </tr>
  );
}

/** The newest examination, where it failed while it asked this judge. */
function failedOf(jobs: Readonly<Record<string, Job>>, judge: string): Job | null {
  const newest = Object.values(jobs)
    .filter(({ kind }) => kind === 'examination')
    .reduce<Job | null>((best, job) => (best && best.startedAt > job.startedAt ? best : job), null);
  return newest?.state === 'failed' && newest.error?.data.judge === judge ? newest : null;
}

/** What this machine knows of how well a judge tells what is so, skill by skill. */
export function Examination({ name, chosen, examination, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const judge = useSettings((settings) => settings.judge);
  const job = useDocument((mirror) => (chosen ? runningJob(mirror.jobs, 'examination') : null));
  const failed = useDocument((mirror) => (chosen && !job ? failedOf(mirror.jobs, judge) : null));
  const isWhole = examination !== null && examination.pictures >= examination.ofPictures;
  const left = job?.secondsLeft == null ? '' : ` · ${clock(job.secondsLeft)} left`;
  const said = job
    ? `${job.total === 0 ? job.doing || 'Examining' : `Examining: ${job.done} of ${job.total} pictures`}${left}`
    : examination === null
      ? 'Not examined yet. It is, in the background, after the first findings.'
      : isWhole
        ? `Examined in ${clock(examination.seconds)} on pictures whose truth is known: ${sentenceOf(examination.skills)}.`
        : `Examined on ${examination.pictures} of ${examination.ofPictures} pictures. It goes on after the next findings.`;
  const start = async () => {
    await call((api) => api.models.examine());
    await onChange();
  };
  return (
    <section className="examination" aria-label={`Examination of ${name}`} data-testid="examination">
      <div className="row">
        <p className="selectable" role="status">
          {said}
        </p>
        {job ? (
          <button type="button" className="button" onClick={() => runAction('cancel-examination')}>
            Cancel
          </button>
        ) : (
          chosen && (
            <button type="button" className="quiet" onClick={() => void start()}>
              {isWhole ? 'Examine this board' : 'Examine'}
            </button>
          )
        )}
        {examination && examination.skills.length > 0 && (
          <button type="button" className="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Less' : 'More'}
          </button>
        )}
      </div>
      {failed?.error && (
        <p className="wrong selectable" role="alert">
          The last try stopped. {failed.error.message}
        </p>
      )}
      {isWhole && examination.steadiness && (open || examination.steadiness.isUnsteady) && (
        <Steadiness steadiness={examination.steadiness} />
      )}
      {open && examination && (
        <div className="examination-table">
          <table>
            <thead>
              <tr>
                <th scope="col">Skill</th>
                <th scope="col">Tells</th>
                <th scope="col">Wrong answers</th>
                <th scope="col">Off by</th>
                {examination.onBoard && (
                  <>
                    <th scope="col">Tells here</th>
                    <th scope="col">Overruled</th>
                    <th scope="col">Fails at</th>
                  </>
                )}
              </tr>
            </thead>
            <tbody>
              {examination.skills.map((row) => (
                <Skill key={row.skill} row={row} onBoard={examination.onBoard} onChange={onChange} />
              ))}
            </tbody>
          </table>
          <p className="faint selectable">
            Tells: how often what holds is given the higher probability than what does not; a coin tells 50 %.
            Wrong answers: of its passes and fails. Off by: points between what it says and how often it is
            right.
            {examination.onBoard &&
              ' Here: on this storyboard, of claims on shots that cannot show them. Fails at: the probability at or below which a claim fails.'}
            {` Version ${examination.version}, ${examination.dtype ?? 'numbers as its server stores them'}, on ${examination.device}.`}
          </p>
        </div>
      )}
    </section>
  );
}
