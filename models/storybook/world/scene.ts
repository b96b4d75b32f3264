/**
 * The storybook world's vocabulary and the value that a picture is drawn from.
 *
 * A `Scene` is plain data: the same scene always renders to the same pixels. Everything a picture can be
 * asked about (who, what colour, where, when, how framed, how drawn) is a field here, so the truth of a
 * claim is read from the value and never from the picture.
 */

export const PEOPLE = ['girl', 'boy', 'woman', 'old man'] as const;
export const ANIMALS = ['dog', 'cat', 'fox', 'owl'] as const;
export const OBJECTS = [
  'lantern',
  'umbrella',
  'kite',
  'boat',
  'balloon',
  'suitcase',
  'bicycle',
  'book',
] as const;
export const KINDS = [...PEOPLE, ...ANIMALS, ...OBJECTS] as const;

/** The colour of a person is the colour of the coat. */
export const COAT_COLOURS = ['red', 'blue', 'green', 'yellow', 'purple', 'white'] as const;
export const ANIMAL_COLOURS = ['brown', 'black', 'white', 'orange'] as const;
export const COLOURS = [
  'red',
  'blue',
  'green',
  'yellow',
  'purple',
  'white',
  'brown',
  'black',
  'orange',
] as const;

export const OUTDOOR_PLACES = ['forest', 'village', 'harbour', 'mountain', 'meadow'] as const;
export const INDOOR_PLACES = ['kitchen', 'library'] as const;
export const PLACES = [...OUTDOOR_PLACES, ...INDOOR_PLACES] as const;
export const TIMES = ['day', 'sunset', 'night'] as const;
export const WEATHERS = ['clear', 'rain', 'snow', 'fog'] as const;
export const FRAMINGS = ['close-up', 'medium', 'wide'] as const;
export const STYLES = ['gouache', 'ink', 'paper cut-out', 'coloured pencil'] as const;
export const MOODS = ['calm', 'happy', 'sad', 'afraid'] as const;
export const POSES = ['stand', 'walk', 'sit', 'reach'] as const;

export type Person = (typeof PEOPLE)[number];
export type Animal = (typeof ANIMALS)[number];
export type WorldObject = (typeof OBJECTS)[number];
export type Kind = (typeof KINDS)[number];
export type Colour = (typeof COLOURS)[number];
export type Place = (typeof PLACES)[number];
export type TimeOfDay = (typeof TIMES)[number];
export type Weather = (typeof WEATHERS)[number];
export type Framing = (typeof FRAMINGS)[number];
export type Style = (typeof STYLES)[number];
export type Mood = (typeof MOODS)[number];
export type Pose = (typeof POSES)[number];

export interface Subject {
  readonly kind: Kind;
  readonly colour: Colour;
  /** Horizontal centre in the frame, 0 (left edge) to 1 (right edge). */
  readonly x: number;
  /** The way it looks: -1 to the left of the frame, 1 to the right. */
  readonly facing: -1 | 1;
  /** People and animals only; `calm` and `stand` for objects. */
  readonly mood: Mood;
  readonly pose: Pose;
  /** Index in `Scene.subjects` of the person who holds this object; absent when it stands on the ground or floats. */
  readonly heldBy?: number;
}

export interface Scene {
  readonly place: Place;
  readonly time: TimeOfDay;
  /** `clear` in indoor places. */
  readonly weather: Weather;
  readonly framing: Framing;
  readonly style: Style;
  /** At most four, drawn in this order, the last in front. */
  readonly subjects: readonly Subject[];
  /** 32-bit unsigned: the layout of trees, houses, clouds, hair, everything nobody asked for. */
  readonly seed: number;
}

/** In frame units: 0–1 from the left and the top. May reach outside the frame in a close-up. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a subject ended up in the drawn frame. */
export interface DrawnSubject {
  readonly subject: Subject;
  readonly box: Box;
  /** The part that carries the subject's colour (the coat, the boat's hull). */
  readonly colourBox: Box;
}

export interface Drawing {
  /** A complete SVG document with viewBox 0 0 1280 720. */
  readonly svg: string;
  readonly subjects: readonly DrawnSubject[];
}
