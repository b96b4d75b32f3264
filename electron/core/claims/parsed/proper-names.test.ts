import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Dictionary } from './dictionary.js';
import { sentencesOf } from './pieces.js';
import { ProperNames } from './proper-names.js';
import { wordsOf } from './word.js';

const words = fileURLToPath(new URL('../../../../models/reading/files/words.txt', import.meta.url));
const dictionary = Dictionary.of(readFileSync(words, 'utf8'));

function personsIn(text: string, cast: readonly string[] = []): string[] {
  const sentences = sentencesOf(text).map(({ text: sentence, at }) => wordsOf(sentence, at));
  const names = new ProperNames(sentences, dictionary, new Set(cast));
  return [...new Set(sentences.flat().flatMap((word) => (names.isPerson(word) ? [word.text] : [])))];
}

/** Lines of scripts and sheets, and which of their words are names of somebody. */
const LINES: readonly (readonly [line: string, persons: string])[] = [
  // First names, alone and joined.
  ['Wenna waits at the door.', 'Wenna'],
  ['Odalys and Bertrand walk home.', 'Odalys Bertrand'],
  ['A fox watches Wenna.', 'Wenna'],
  ['Wenna, who is tired, sits down.', 'Wenna'],
  ['Odalys is asleep.', 'Odalys'],
  ['Quillon holding a candle, night.', 'Quillon'],
  ['The old dog follows Bertrand and Wenna.', 'Bertrand Wenna'],
  ['A letter arrives. Wenna opens it.', 'Wenna'],
  ['Danek runs past the mill.', 'Danek'],
  ['In the kitchen, Odalys cooks soup.', 'Odalys'],
  // Two-word names.
  ['Odalys Ferrant waits in the rain.', 'Odalys Ferrant'],
  ['Wenna Tarn-Holloway lights the lamp.', 'Wenna Tarn Holloway'],
  ['A portrait of Odalys Ferrant, smiling.', ''],
  ['Bertrand Oakes and his dog climb the hill.', 'Bertrand Oakes'],
  // Possessives and pronouns.
  ["Wenna's coat is red.", 'Wenna'],
  ['Bertrand’s hands are cold.', 'Bertrand'],
  ["The cat sleeps on Odalys's lap.", ''],
  ['Wenna waves. She smiles.', 'Wenna'],
  ['He waits. She smiles. They leave.', ''],
  ['Her coat is red.', ''],
  // Titles.
  ['Captain Harlan stands at the wheel.', 'Harlan'],
  ['Mrs. Oduya pours the tea.', 'Oduya'],
  ['Dr. Vehlen reads a chart.', 'Vehlen'],
  ['Queen Isaura raises her sword.', 'Isaura'],
  ['Professor Quill writes on the board.', 'Quill'],
  // Names that are words too.
  ['Ruth leans on the wall.', 'Ruth'],
  ['A fox follows Rose. Rose smiles.', 'Rose'],
  ['Rose petals fall on the bed.', ''],
  ['A red Rose in a vase.', ''],
  ['Lily and Tom wait.', 'Lily Tom'],
  ['Dawn over a harbour.', ''],
  ['Summer in the mountains.', ''],
  ['The boy and Biscuit run home.', 'Biscuit'],
  // Whom somebody turns to.
  ['A fox looks at Wenna.', 'Wenna'],
  ['Tom gives the lamp to Odalys.', 'Tom Odalys'],
  ['She runs to Lisbon.', ''],
  ['A boy waves at Bertrand and laughs.', 'Bertrand'],
  // Places.
  ['Paris in the rain.', ''],
  ['Snow falls over Paris, wide shot.', ''],
  ['A street in Lisbon at night.', ''],
  ['Lisbon at dawn.', ''],
  ['The road to Marrakesh, dust.', ''],
  ['A tram in Gdansk.', ''],
  ['Boats near Portofino.', ''],
  ['The old harbour of Valdris in fog.', ''],
  ['Kensworth station, morning.', ''],
  ['A view over Reykjavik.', ''],
  ['Yosemite park in autumn.', ''],
  ['A map of Tasmania on a wall.', ''],
  // Brands and titles of things.
  ['A Porsche on a mountain road.', ''],
  ['An old Volkswagen van, rusty.', ''],
  ['The Zorvex drives along the coast.', ''],
  ['A rusty Zorvex is parked outside.', ''],
  ['A bottle of Fanta on the table.', ''],
  ['A Leica camera on a desk.', ''],
  ['The Gherkin at sunset.', ''],
  ['A poster for the Kromwell circus.', ''],
  // Heads of shot lists, and capitals that are no names.
  ['Close-up: a girl.', ''],
  ['INT. KITCHEN - DAY', ''],
  ['Night. Rain. A lantern.', ''],
  ['Two dogs run. There is a fox.', ''],
  ['Masterpiece, Best Quality, a girl.', ''],
  ['Suddenly the lamp goes out.', ''],
  ['English garden in spring.', ''],
  ['A Victorian house on a hill.', ''],
  ['Monday morning. A boy sleeps.', ''],
  ['Setting: a cosy kitchen.', ''],
  // Short ones, with what tells and what does not.
  ['Rose waves.', 'Rose'],
  ['A fox talks to Wenna.', 'Wenna'],
  ['A fox runs to Lisbon.', ''],
  ['A fox walks with Wenna.', 'Wenna'],
  ['A fox walks from Lisbon.', ''],
  ['He nods to Wenna.', 'Wenna'],
  ['She throws it to Wenna.', 'Wenna'],
  ['Tom runs to Wenna and waves at Bertrand.', 'Tom Bertrand'],
  ['She leaves Kensworth.', ''],
  ['He approaches Valdris.', ''],
  ['Between Wenna and Tom sits a dog.', ''],
  ['Old Wenna sits.', 'Old Wenna'],
  ['Old Wenna lamp', ''],
  ['Little Wenna, asleep.', 'Little Wenna'],
  ['The very old Zorvex is red.', ''],
  ['A very rusty old Zorvex waits.', ''],
  ['In Wenna sits a dog.', ''],
  ['A map of Wenna.', ''],
  ['A picture of Wenna, smiling.', ''],
  ['Captain waits.', ''],
  ['Mrs. Oduya', 'Oduya'],
  ['Mrs Oduya pours tea.', 'Oduya'],
  ['Mr. and Mrs. Oduya pour tea.', 'Oduya'],
  ['Dr. Vehlen and Tom wait.', 'Vehlen Tom'],
  ['Queen isaura raises her sword.', ''],
  ['Joost van Houten sits.', 'Joost Houten'],
  ['Joost van waits.', ''],
  ['Jean-Baptiste waits.', 'Jean Baptiste'],
  ['Tom-Wenna waits.', 'Tom Wenna'],
  ['Tom de Wenna waits.', 'Tom Wenna'],
  ['McAllister waits.', 'McAllister'],
  ['Al Ferrant sits.', 'Al Ferrant'],
  ['The Ferrant sits.', ''],
  ['Rose walks the dog.', 'Rose'],
  ['Rose paint the wall.', ''],
  ['Lily pads float.', ''],
  ["Lily's pads float.", 'Lily'],
  ['Baker Street in rain.', ''],
  ["Mason's Bridge in rain.", ''],
  ["Wenna's Tom waits.", 'Wenna Tom'],
  ['Mason jars stand here', ''],
  ['Biscuit and Wenna run.', 'Biscuit Wenna'],
  ['Wenna and Biscuit run.', 'Wenna Biscuit'],
  ['the boy and Biscuit lamp', ''],
  ['A fox, Biscuit smiles', 'Biscuit'],
  ['A fox and the Biscuit smiles', ''],
  ['The Biscuit smiles', ''],
  ['Lou and Fay clap.', 'Lou Fay'],
  ['Zorvex and Biscuit run home.', 'Zorvex Biscuit'],
  ['Lotte and her twin wait.', 'Lotte'],
  ['Dusty and his dog wait.', 'Dusty'],
  ['Dusty plays the piano.', 'Dusty'],
  ['Dusty plays in rain.', ''],
  ['Dusty play the piano.', ''],
  ['Rose clap hands.', ''],
  ['Rose the cook waits.', 'Rose'],
  ['Rose the red one waits.', 'Rose'],
  ['Rose and Tom wait.', 'Rose Tom'],
  ["Rose's hat is red.", 'Rose'],
  ['Rose is tall.', 'Rose'],
  ['the Rose is tall', ''],
  ['a fox with Rose, smiling', 'Rose'],
  ['Grace falls.', 'Grace'],
  ['Grace fall.', ''],
  ['Summer waits.', ''],
  ['Wenna with a hat', 'Wenna'],
  ['Wenna in red boots', 'Wenna'],
  ['Wenna on a hill', ''],
  ['Wenna behind a hill', ''],
  ['A fox under Wenna.', ''],
  ['A fox called Wenna.', ''],
  ['Suddenly Wenna stops.', 'Wenna'],
  ['the Chicken Pho waits', ''],
  ['A fox bites Wenna', 'Wenna'],
  ['A fox bites Wenna!', 'Wenna'],
  ['A fox bites Wenna sits', 'Wenna'],
  ['Wenna and Zorvex wait.', 'Wenna Zorvex'],
  ['A cat sits and Wenna waits.', 'Wenna'],
  ['Wenna, Tom and Bertrand wait.', 'Wenna Tom Bertrand'],
  // Tags, and what stands right before or behind.
  ['Wenna and Biscuit lamp', 'Wenna'],
  ['Zorvex and Rose clap', 'Zorvex'],
  ['Zorvex, Rose clap', 'Zorvex'],
  ['to Odalys', ''],
  ['Captain Harlan', 'Harlan'],
  ['Dr. Hale', 'Hale'],
  ['leaves Kensworth', ''],
  ['looks at Wenna', 'Wenna'],
  ['bottle of Fanta', ''],
  ['portrait of Wenna', ''],
  ['lid of Wenna', ''],
  ['Dusty plays', ''],
  ['Miners sit', ''],
  ['Wenna', ''],
  ['A fox there Lamps', ''],
  ['a girl waves Lamps', ''],
  ['Ruth jumps', 'Ruth'],
  ['Ruth jump', ''],
  ['Ruth sees', 'Ruth'],
  ['Ruth, asleep', 'Ruth'],
  ['a fox sees Ruth, asleep', 'Ruth'],
  ['Fox, Ruth, asleep', 'Ruth'],
  ['Rose stands', 'Rose'],
  ['Rose stand', ''],
  ['Rose is', 'Rose'],
  ["Rose's", 'Rose'],
  ['Rose the', ''],
  ['Rose the lamp', 'Rose'],
  ['Rose and Tom', 'Rose Tom'],
  ['Wenna runs', 'Wenna'],
  ['Wenna standing', 'Wenna'],
  ['Wenna stand', 'Wenna'],
  ['Wenna sit', 'Wenna'],
  ['Wenna sitx', ''],
  ['Wenna runsx', ''],
  ['Wenna lamp', ''],
  ['Wenna, lamp', 'Wenna'],
  ['A girl and Wenna wait', 'Wenna'],
  ['A girl and Wenna', 'Wenna'],
  ['girl and Wenna', 'Wenna'],
  ['Zorvex and Wenna', 'Zorvex Wenna'],
  ['Old Wenna', ''],
  ['Old Wenna waits', 'Old Wenna'],
  ['two old Wenna waits', ''],
  ['gives it to Wenna', 'Wenna'],
  ['to give Wenna', 'Wenna'],
  ['walks to Wenna', ''],
  ['walks with Wenna', 'Wenna'],
  ['walks towards Wenna', ''],
  ['looks from Wenna', ''],
  ['Captain and Wenna wait', 'Wenna'],
  // Places, brands and things that are called after somebody, and whom places are called after.
  ['A man walks down Wenna Street.', ''],
  ['Wenna Street is empty.', ''],
  ['Queen Street is empty.', ''],
  ['Baker Alley in rain.', ''],
  ['Danek and Wenna Park wait.', 'Danek'],
  ['Martha Hill waits.', 'Martha Hill'],
  ['Mr. Hill waits.', 'Hill'],
  ['Cliff waves.', 'Cliff'],
  ["Harlan's Bakery is closed.", ''],
  ["Harlan's Bridge at dawn. A road to Harlan.", ''],
  ['Three Porsche cars race through the desert.', ''],
  ['Porsche cars in the rain.', ''],
  ['Zorvex trucks line the street.', ''],
  ['Zorvex trucks wait.', ''],
  ['Wenna juggles three balls.', 'Wenna'],
  ['Wenna juggles the balls.', 'Wenna'],
  ['Wenna fishing from the pier.', 'Wenna'],
  ['A neon sign Zorvex above a bar.', ''],
  ['A man drinks Champagne cocktails.', ''],
  ['a plate with Salmon resting on rice', ''],
  ['A bottle of Captain Morgan on a table.', ''],
  ['A portrait of Captain Harlan.', 'Harlan'],
  ['A bowl beside Captain Harlan.', 'Harlan'],
  ['Valdris in the rain.', ''],
  ['Valdris in spring, a long walk, a girl in a hat', ''],
  ['Wenna sketches Valdris in spring.', 'Wenna'],
  ['A boy gives a rose to a girl in Valdris.', ''],
  ['A road to Valdris where a boy gives a rose.', ''],
  // Somebody among words of every day.
  ['A fox walks with Wenna through the park.', 'Wenna'],
  ['A dog sits between Wenna and Tom.', 'Wenna Tom'],
  ['The crowd watches Danek climb.', 'Danek'],
  ['a fox bows to the Captain', ''],
  ['Old Rose and her dog wait.', 'Rose'],
  ['Now Lotte and her twin wait.', 'Lotte'],
  ['Now Dusty plays the piano.', 'Dusty'],
  ['Rose waves. Rose and Truffle waltz.', 'Rose Truffle'],
  ['The cat and Fluffy sleep.', 'Fluffy'],
  ['Rose and', ''],
  ['Standing with his hands on his hips.', ''],
  ['Quiet, the street lies in snow.', ''],
  ['Plumbers Rashid and Kwabena carry a pipe.', 'Rashid Kwabena'],
  ['Chef Oduya waits.', 'Oduya'],
];

describe('ProperNames', () => {
  it.each(LINES)('%s', (line, persons) => {
    expect(personsIn(line).join(' ')).toBe(persons);
  });

  it('knows the names of the canon wherever they stand, and only with their capital', () => {
    expect(personsIn('Rose picks a rose near Rose.', ['rose'])).toEqual(['Rose']);
  });

  it('knows a name again that it has met as one', () => {
    expect(personsIn('Wenna waits. A coat for Wenna lies in Wenna.')).toEqual(['Wenna']);
  });

  it('knows small words as names where the canon has them, and English has no such noun', () => {
    expect(personsIn('wenna sees a rose', ['wenna', 'rose'])).toEqual(['wenna']);
  });

  it('takes a name for that of something else in that place alone', () => {
    const at = (text: string) => {
      const sentences = sentencesOf(text).map(({ text: sentence, at: from }) => wordsOf(sentence, from));
      const names = new ProperNames(sentences, dictionary, new Set());
      return sentences.flat().flatMap((word) => (names.isPerson(word) ? [word.start] : []));
    };
    expect(at('Rose petals fall. Rose waves.')).toEqual([18]);
    expect(at('Rose waves. Rose petals fall.')).toEqual([0]);
  });
});
