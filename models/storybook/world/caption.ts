import {
  type ClaimMeaning,
  COUNT_TEXT,
  claimText,
  colouredText,
  sideOf,
  truthOfMeaning,
} from './claim-meaning.js';
import type { Scene, Subject } from './scene.js';
import { isPerson, withArticle } from './vocabulary.js';

function leftToRight(scene: Scene): Subject[] {
  return scene.subjects.filter((subject) => subject.heldBy === undefined).sort((a, b) => a.x - b.x);
}

function heldBy(scene: Scene, holder: Subject): Subject[] {
  return scene.subjects.filter(
    (object) => object.heldBy !== undefined && scene.subjects[object.heldBy] === holder,
  );
}

function countPeople(scene: Scene): string {
  return COUNT_TEXT[scene.subjects.filter((subject) => isPerson(subject.kind)).length] ?? 'people';
}

/**
 * The whole scene as one sentence of a fixed grammar: style, time, place, weather, framing, number of people,
 * then the subjects from left to right with colours and what they hold.
 */
export function captionOf(scene: Scene): string {
  const meanings: ClaimMeaning[] = [
    { kind: 'style', style: scene.style },
    { kind: 'time', time: scene.time },
    { kind: 'place', place: scene.place },
    { kind: 'weather', weather: scene.weather },
    { kind: 'framing', framing: scene.framing },
  ];
  const said = meanings.filter((meaning) => truthOfMeaning(scene, meaning) === true).map(claimText);
  const subjects = leftToRight(scene).map((subject) =>
    [
      colouredText(subject.kind, subject.colour),
      ...heldBy(scene, subject).map((object) => `holding ${colouredText(object.kind, object.colour)}`),
    ].join(' '),
  );
  return `${[...said, countPeople(scene)].join(', ')}${subjects.length > 0 ? `: ${subjects.join(', ')}` : ''}.`;
}

/** Questions with a one-word answer, as text to continue: `["a dog:", " brown"]`. Only what has one answer. */
export function openQuestions(scene: Scene): [question: string, answer: string][] {
  const questions: [string, string][] = [
    ['place:', ` ${scene.place}`],
    ['time:', ` ${scene.time}`],
    ['weather:', ` ${scene.weather}`],
    ['style:', ` ${scene.style}`],
    ['people:', ` ${countPeople(scene).split(' ')[0]}`],
  ];
  if (scene.subjects.length > 0) questions.push(['framing:', ` ${scene.framing}`]);
  const single = scene.subjects.filter(
    (one) => scene.subjects.filter((other) => other.kind === one.kind).length === 1,
  );
  for (const subject of single) {
    const name = withArticle(subject.kind);
    questions.push([`${name}:`, ` ${subject.colour}`]);
    const side = sideOf(scene, subject);
    if (side) questions.push([`side of ${name}:`, ` ${side}`]);
    if (isPerson(subject.kind)) {
      questions.push([`held by ${name}:`, ` ${heldBy(scene, subject)[0]?.kind ?? 'nothing'}`]);
    }
    for (const other of single) {
      const toTheLeft = { kind: 'relation', subject: subject.kind, side: 'left', of: other.kind } as const;
      const truth = other === subject ? undefined : truthOfMeaning(scene, toTheLeft);
      if (truth !== undefined) {
        questions.push([`side of ${name} from ${withArticle(other.kind)}:`, truth ? ' left' : ' right']);
      }
    }
  }
  return questions;
}
