/**
 * Whether judges whose faults are known are found out: `npm run bench:examination [-- --boards 8 --judges noisy,sound --from 100]`.
 * The embedded judge, sound and spoiled in one way each, on boards of its world: what reaches the artist before its
 * examination and after, against what the pictures really show.
 */
import { type Skill, skillName, skill as skills } from '@shared/examination/index.js';
import { wilson } from '@shared/wilson.js';
import { inTemporaryFolder } from './board.js';
import { FAULTY, type Faulty, SPOILED } from './examination/faults.js';
import { type SeenBoard, type SeenClaim, type SeenShot, seeBoards } from './examination/see-board.js';
import { optionsOf } from './options.js';
import { interval, percent, table } from './statistics.js';

const values = optionsOf({
  boards: { type: 'string', default: '8' },
  judges: { type: 'string', default: FAULTY.join() },
  // Number of the first board: limits are fitted on the boards below 100, and proven on those from there on.
  from: { type: 'string', default: '100' },
});
const [boards, from] = [Number(values.boards), Number(values.from)];
const judges = FAULTY.filter((fault) => values.judges.split(',').includes(fault));

const shareOf = (hits: number, amount: number): string =>
  `${percent(hits / amount)} (${interval(wilson(hits, amount))}) of ${amount}`;
const share = <T>(all: readonly T[], is: (one: T) => boolean): string =>
  shareOf(all.filter(is).length, all.length);

const clean = (shots: readonly SeenShot[]) => shots.filter(({ isFaulty }) => !isFaulty);
const claimsOf = (shots: readonly SeenShot[], of: (skill: Skill) => boolean): SeenClaim[] =>
  shots.flatMap(({ claims }) => claims.filter(({ skill }) => of(skill)));
const caught = (claims: readonly SeenClaim[]) =>
  claims.filter(({ truth, isFailed }) => !truth && isFailed).length;
const falseOnes = (claims: readonly SeenClaim[]) => claims.filter(({ truth }) => !truth).length;

const seen = new Map<Faulty, SeenBoard[]>();
await inTemporaryFolder(async (folder) => {
  for (const fault of judges) {
    seen.set(fault, await seeBoards(folder, fault, from, boards));
    console.error(`${fault}: ${boards} boards`);
  }
});
const shots = (fault: Faulty, when: 'before' | 'after') =>
  (seen.get(fault) ?? []).flatMap((one) => one[when]);

console.log(`${boards} boards of 12 shots, a third of them not as described.\n`);
console.log(
  table(
    [
      'judge',
      'clean shots flagged, before',
      'after',
      'false claims caught, before',
      'after',
      'true claims failed, after',
    ],
    judges.map((fault) => {
      const [before, after] = [shots(fault, 'before'), shots(fault, 'after')];
      const all = () => true;
      return [
        fault,
        share(clean(before), ({ isFlagged }) => isFlagged),
        share(clean(after), ({ isFlagged }) => isFlagged),
        shareOf(caught(claimsOf(before, all)), falseOnes(claimsOf(before, all))),
        shareOf(caught(claimsOf(after, all)), falseOnes(claimsOf(after, all))),
        share(
          claimsOf(after, all).filter(({ truth }) => truth),
          ({ isFailed }) => isFailed,
        ),
      ];
    }),
  ),
);

for (const fault of judges) {
  const own = seen.get(fault) ?? [];
  const rows = skills.options.flatMap((skill) => {
    const examined = own[0]?.examination.skills.find((one) => one.skill === skill);
    if (!examined?.drawn) return [];
    const { drawn } = examined;
    const onBoards = own.map(({ examination }) => examination.skills.find((one) => one.skill === skill));
    const silencedOn = onBoards.filter((one) => one?.silenced).length;
    const fails = onBoards.flatMap((one) => one?.fail ?? []);
    const at = (when: 'before' | 'after') => claimsOf(shots(fault, when), (one) => one === skill);
    const isSpoiled = SPOILED[fault]?.includes(skill) ?? true;
    return [
      [
        skillName(skill),
        isSpoiled ? 'spoiled' : '',
        `${percent(drawn.share)} (${interval([drawn.low, drawn.high])}) of ${drawn.pairs}`,
        `${percent(drawn.answers.rate)} (${interval([drawn.answers.low, drawn.answers.high])}) of ${drawn.answers.claims}`,
        drawn.answers.calibration.toFixed(2),
        silencedOn === 0 ? '' : `on ${silencedOn} of ${boards}`,
        `${examined.ownFail.toFixed(2)} → ${Math.min(...fails).toFixed(3)}–${Math.max(...fails).toFixed(3)}`,
        `${caught(at('before'))} → ${caught(at('after'))} of ${falseOnes(at('after'))}`,
      ],
    ];
  });
  console.log(`\n${fault}: ${(own[0]?.seconds ?? 0).toFixed(1)} s the first examination, drawing included`);
  const steadiness = own[0]?.examination.steadiness;
  if (steadiness) {
    const { chance, low, high, isUnsteady } = steadiness;
    console.log(
      `Chance in what its answers differ by: ${percent(chance)} (${interval([low, high])})${isUnsteady ? ': unsteady' : ''}.`,
    );
  }
  console.log('');
  console.log(
    table(
      [
        'skill',
        '',
        'told of pairs',
        'wrong answers',
        'calibration',
        'silenced',
        'fails at',
        'false ones caught',
      ],
      rows,
    ),
  );
}

/** Of skills that a judge's fault leaves as they are: what it still catches of what the sound one catches unexamined. */
const sound = shots('sound', 'before');
if (sound.length > 0) {
  console.log(
    '\nRecall of the skills left unharmed, of what the sound judge caught before any examination:\n',
  );
  const rows = judges.flatMap((fault) => {
    const spoiled = SPOILED[fault];
    if (spoiled === null) return [];
    const isKept = (skill: Skill) => !spoiled.includes(skill);
    const then = claimsOf(sound, isKept);
    const now = claimsOf(shots(fault, 'after'), isKept);
    const kept = then.filter(
      ({ truth, isFailed }, at) => !truth && isFailed && now[at]?.isFailed === true,
    ).length;
    return [[fault, shareOf(kept, caught(then))]];
  });
  console.log(table(['judge', 'recall kept'], rows));
}
