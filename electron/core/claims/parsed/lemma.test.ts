import { expect, it } from 'vitest';
import { lemmaOf } from './lemma.js';

it.each<[word: string, tag: string, lemma: string, verbs?: readonly string[]]>([
  // What has a form of its own.
  ['knelt', 'VBD', 'kneel'],
  ['is', 'VBZ', 'be'],
  ['lying', 'VBG', 'lie'],
  // What one does.
  ['walks', 'VBZ', 'walk'],
  ['carries', 'VBZ', 'carry'],
  ['cried', 'VBD', 'cry'],
  ['kisses', 'VBZ', 'kiss'],
  ['possessing', 'VBG', 'possess'],
  ['vetoes', 'VBZ', 'veto'],
  ['tiptoes', 'VBZ', 'tiptoe', ['tiptoe']],
  ['watches', 'VBZ', 'watch', ['watch']],
  ['axes', 'VBZ', 'ax', ['ax', 'axe']],
  // As it is.
  ['run', 'VBP', 'run'],
  ['pass', 'VB', 'pass'],
  ['bring', 'VB', 'bring'],
  ['feed', 'VBP', 'feed', ['feed']],
  ['sing', 'VBP', 'sing', ['sing', 'singe']],
  // What spelling tells.
  ['walking', 'VBG', 'walk'],
  ['dancing', 'VBG', 'dance'],
  ['picking', 'VBG', 'pick'],
  ['waving', 'VBG', 'wave'],
  ['gazing', 'VBG', 'gaze'],
  ['buzzing', 'VBG', 'buzz'],
  ['charging', 'VBG', 'charge'],
  ['singing', 'VBG', 'sing'],
  ['nursing', 'VBG', 'nurse'],
  ['kissing', 'VBG', 'kiss'],
  ['juggling', 'VBG', 'juggle'],
  ['sailing', 'VBG', 'sail'],
  ['decorated', 'VBN', 'decorate'],
  ['floating', 'VBG', 'float'],
  ['baking', 'VBG', 'bake'],
  ['stopped', 'VBD', 'stop'],
  ['falling', 'VBG', 'fall'],
  ['wooing', 'VBG', 'woo'],
  ['seeing', 'VBG', 'see'],
  // What it leaves open, and the verbs that there are tell.
  ['smoking', 'VBG', 'smoke', ['smoke']],
  ['adding', 'VBG', 'add', ['add']],
  ['putting', 'VBG', 'put', ['put', 'putt']],
  ['planing', 'VBG', 'plane', ['plan', 'plane']],
  // By its tag alone.
  ['saw', 'VBP', 'saw'],
  ['saw', 'VB', 'saw'],
  ['saw', 'VBD', 'see'],
  ['foxes', 'NNS', 'fox'],
  ['walks', 'NNS', 'walk'],
  ['wolves', 'NN', 'wolf'],
  ['painted', 'JJ', 'painted'],
  ['wolves', 'NNP', 'wolves'],
])('“%s” as %s is “%s” in lists', (word, tag, lemma, verbs) => {
  expect(verbs ? lemmaOf(word, tag, (one) => verbs.includes(one)) : lemmaOf(word, tag)).toBe(lemma);
});
