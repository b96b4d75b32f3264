import { type ClaimMeaning, claimText, colouredText, sideOf } from './claim-meaning.js';
import type { Pose, Scene, Subject } from './scene.js';
import { isPerson } from './vocabulary.js';

const POSE_WORD: Readonly<Record<Pose, string>> = {
  stand: '',
  walk: ' walking',
  sit: ' sitting',
  reach: ' reaching out',
};

function describeSubject(scene: Scene, subject: Subject): string {
  const noun = colouredText(subject.kind, subject.colour);
  const isAlive = isPerson(subject.kind) || subject.pose !== 'stand' || subject.mood !== 'calm';
  const named =
    isAlive && subject.mood !== 'calm'
      ? noun.replace(/^an? /, subject.mood === 'afraid' ? 'an afraid ' : `a ${subject.mood} `)
      : noun;
  const held = scene.subjects
    .filter((object) => object.heldBy !== undefined && scene.subjects[object.heldBy] === subject)
    .map((object) => ` holding ${colouredText(object.kind, object.colour)}`);
  const side = sideOf(scene, subject);
  return `${named}${POSE_WORD[subject.pose]}${held.join('')}${side ? ` on the ${side}` : ''}`;
}

/** The scene as an artist would write its prompt; `parsePrompt` reads the same scene out of it. */
export function describeScene(scene: Scene): string {
  const standing = scene.subjects.filter((subject) => subject.heldBy === undefined).sort((a, b) => a.x - b.x);
  const text = (meaning: ClaimMeaning): string => claimText(meaning);
  const setting = [
    text({ kind: 'place', place: scene.place }),
    text({ kind: 'time', time: scene.time }),
    ...(scene.weather === 'clear' ? [] : [text({ kind: 'weather', weather: scene.weather })]),
  ].join(' ');
  const who =
    standing.length > 0 ? standing.map((subject) => describeSubject(scene, subject)).join(', ') : 'nobody';
  const sentence = `${who}, ${setting}`;
  const framing = text({ kind: 'framing', framing: scene.framing });
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}. ${framing.charAt(0).toUpperCase()}${framing.slice(1)}, ${text({ kind: 'style', style: scene.style })}.`;
}
