import { describe, expect, it } from 'vitest';
import { isInCorner, isSameMark, legible, markOf, writingAskedBy } from './writing.js';

const among = (words: string): string[] => words.split(', ');
/** Those of which something else is said than expected. */
const otherwise = (words: string, expected: ReturnType<typeof writingAskedBy>): string[] =>
  among(words).filter((word) => writingAskedBy(`A girl, ${word}, rain.`) !== expected);

describe('the words of a picture', () => {
  it('ask for writing in it', () => {
    const asking =
      '“hi”, "hi", «hi», sign, signs, signboard, signboards, signpost, signposts, signage, letter, letters, lettering, lettered, word, words, text, write, writes, writing, written, wrote, caption, captions, captioned, subtitle, subtitles, title, titles, intertitle, intertitles, credit, credits, logo, logos, logotype, logotypes, label, labels, labelled, labeled, banner, banners, billboard, billboards, graffiti, inscribed, an inscription, engraved, tattoo, tattoos, plaque, plaques, nameplate, name plate, name plates, license plate, licence plates, typography, typographic, speech bubble, speech bubbles, says, saying, reads, signature, signed, watermark, watermarks, SIGN';
    expect(otherwise(asking, 'asked')).toEqual([]);
  });

  it('say that there may be some where writing belongs', () => {
    const bearing =
      'poster, posters, newspaper, newspapers, magazine, magazines, book, books, page, pages, comic, comics, menu, menus, map, maps, scroll, scrolls, diary, diaries, note, notes, notebook, notebooks, postcard, postcards, envelope, envelopes, document, documents, paper, papers, certificate, certificates, blackboard, blackboards, chalkboard, whiteboard, screen, screens, monitor, monitors, phone, phones, laptop, laptops, computer, computers, tv, tvs, television, televisions, neon, number, numbers, price, prices, shop, shops, shopfront, shopfronts, store, stores, storefront, storefronts, cafe, café, cafés, restaurant, restaurants, bakery, bakeries, hotel, hotels, bar, bars, pub, pubs, market, markets, station, stations, street, streets, city, cities, town, downtown, advert, adverts, advertising, packaging, packaged, bottle, bottles, can, cans, box, boxes, shirt, shirts, tshirt, t-shirt, t-shirts, jersey, jerseys, flag, flags, clock, clocks, watch, watches, calendar, calendars, car, cars, truck, trucks, bus, buses, van, vans, taxi, taxis, train, trains, tram, trams, ship, ships, boat, boats, plane, planes, aircraft, aircrafts, rocket, rockets, school, classroom, office, library, museum, airport, stadium, subway, metro, uniform, uniforms, badge, badges, coin, coins, banknote, banknotes, card, cards, tombstone, tombstones, grave, graves, gravestone, gravestones, typewriter, typewriters, keyboard, keyboards, reading';
    expect(otherwise(bearing, 'likely')).toEqual([]);
  });

  it('say nothing of it where they only look like such', () => {
    const silent =
      'design, signal, assigned, letterman, wordless, contextual, crediting, passwords, barn, scarf, cart, carpet, trainer, boxer, notice, bookish, mapped, menial, pagan, phonetic, shopping, streetwise, busy, vanish, tramp, shipping, planet, rocketing, coined, cardigan, gravel, boar, spubs, banker';
    expect(otherwise(silent, null)).toEqual([]);
  });
});

const region = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

it('a mark is small, and its middle lies in a corner', () => {
  const isMark = (...[x, y, width, height]: [number, number, number, number]) =>
    isInCorner({ region: region(x, y, width, height) });
  expect([isMark(0.05, 0.05, 0.2, 0.07), isMark(0.75, 0.9, 0.2, 0.05)]).toEqual([true, true]);
  expect([isMark(0.75, 0.02, 0.2, 0.05), isMark(0.05, 0.93, 0.2, 0.05)]).toEqual([true, true]);
  // Too high, too far from its edge, in the middle of it.
  expect([
    isMark(0.05, 0.02, 0.2, 0.08),
    isMark(0.05, 0.1, 0.2, 0.05),
    isMark(0.05, 0.85, 0.2, 0.05),
  ]).toEqual([false, false, false]);
  expect([
    isMark(0.4, 0.05, 0.2, 0.05),
    isMark(0.25, 0.05, 0.2, 0.05),
    isMark(0.55, 0.05, 0.2, 0.05),
  ]).toEqual([false, false, false]);
});

it('a mark is the same one at nearly the same place, where at most a third of its letters is read otherwise', () => {
  const mark = (text: string, x = 0.1) => markOf({ text, confidence: 1, region: region(x, 0.9, 0.2, 0.05) });
  expect(isSameMark(mark('stock pic'), mark('stock pic', 0.18))).toBe(true);
  expect(isSameMark(mark('stock pic'), mark('stock pic', 0.2))).toBe(false);
  expect([isSameMark(mark('stocks'), mark('stabks')), isSameMark(mark('stocks'), mark('strbky'))]).toEqual([
    true,
    false,
  ]);
});

it('a line is read where its letters are sure, three at least, and not all the same', () => {
  const texts = (...lines: [text: string, confidence: number][]) =>
    legible(lines.map(([text, confidence]) => ({ text, confidence, region: region(0, 0, 0.1, 0.1) }))).map(
      ({ text }) => text,
    );
  expect(texts(['abc', 0.8], ['ab', 1], ['abc', 0.79], ['aaa', 1], ['a-b', 1], ['aab', 0.9])).toEqual([
    'abc',
    'aab',
  ]);
});
