/**
 * What the program finds in the sample storyboard: `npm run bench:sample`. Ends with exit code 1 when fewer than
 * 85 % of the faults are found or more than 10 % of the clean shots are flagged.
 */
import { shotsInOrder } from '@shared/records/index.js';
import { analyseBoard, withBoard } from './board.js';
import type { Fault } from './faults.js';
import { isNamed } from './named.js';
import { percent, table } from './statistics.js';
import { readTruth, SAMPLE } from './truth.js';

const LEAST_FOUND = 0.85;
const MOST_FALSE_ALARMS = 0.1;

const truth = await readTruth();
const seen = await withBoard(SAMPLE, async (application) => {
  const summary = await analyseBoard(application);
  const { review, derived } = application.board;
  return {
    summary,
    shots: shotsInOrder(review.records).map((shot) => ({
      number: shot.number,
      findings: derived.findings.filter((finding) => finding.shotId === shot.id),
    })),
  };
});

const rows = truth.shots.map(({ number, planted, missed }) => {
  const findings = seen.shots.find((shot) => shot.number === number)?.findings ?? [];
  const isFound =
    planted.length > 0 ? planted.every((fault) => isNamed(fault as Fault, findings)) : findings.length > 0;
  return { number, planted, missed, findings, isFound, isFaulty: planted.length + missed.length > 0 };
});
/** A finding about a pair of shots is shown on both; on the one that was copied it is no false alarm. */
const isAlarm = ({ findings }: (typeof rows)[number]): boolean =>
  findings.some(({ kind }) => kind !== 'near-duplicate');

const faulty = rows.filter(({ isFaulty }) => isFaulty);
const clean = rows.filter(({ isFaulty }) => !isFaulty);
const found = faulty.filter(({ isFound }) => isFound).length;
const alarms = clean.filter(isAlarm).length;

console.log(
  table(
    ['shot', 'fault', 'found', 'findings'],
    rows.map((row) => [
      row.number,
      [...row.planted, ...row.missed.map((text) => `missed: ${text}`)].join(', '),
      row.isFaulty ? (row.isFound ? 'yes' : 'NO') : isAlarm(row) ? 'FALSE ALARM' : '',
      row.findings.map(({ kind, message }) => `${kind}: ${message}`).join(' · '),
    ]),
  ),
);
console.log(`\n${seen.summary}`);
console.log(
  `Faults found: ${found} of ${faulty.length} (${percent(found / faulty.length)}; bar ${percent(LEAST_FOUND)})`,
);
console.log(
  `Clean shots flagged: ${alarms} of ${clean.length} (${percent(alarms / clean.length)}; bar ${percent(MOST_FALSE_ALARMS)})`,
);
if (found / faulty.length < LEAST_FOUND || alarms / clean.length > MOST_FALSE_ALARMS) process.exitCode = 1;
