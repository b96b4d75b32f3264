import {
  BookUser,
  ChartSpline,
  Clapperboard,
  Grid3x3,
  Images,
  LayoutGrid,
  type LucideIcon,
  RectangleHorizontal,
} from 'lucide-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** A part of the window that is loaded when it is first shown. */
type Part = LazyExoticComponent<ComponentType>;

/** One way of looking at the storyboard, beside the shot's panel. */
interface View {
  readonly id: string;
  readonly title: string;
  /** Shows it; pressed again, goes back to the first view. */
  readonly key: string;
  readonly icon: LucideIcon;
  readonly main: Part;
  /** Its own controls, in the bar above it. */
  readonly controls?: Part;
  /** The strip of shots stands under it; `roomy`: unless the window is too low for both. */
  readonly strip?: true | 'roomy';
  /** It shows one take, or two compared: what can be done in the viewer applies. */
  readonly viewer?: true;
  /** It shows takes of one shot beside each other: up and down go from take to take. */
  readonly takes?: true;
  /** Its shots run one after another in time: keys of editing programs play, stop and step. */
  readonly plays?: true;
  /** Its shots stand in rows: up and down go from row to row. */
  readonly rows?: true;
}

const part = (load: () => Promise<ComponentType>): Part => lazy(async () => ({ default: await load() }));

/** Every view, in the order of the switch. Adding one is a folder of its own and one row here. */
export const VIEWS = [
  {
    id: 'strip',
    title: 'Strip',
    key: 'B',
    icon: RectangleHorizontal,
    main: part(async () => (await import('../viewer/Viewer.js')).Viewer),
    strip: true,
    viewer: true,
  },
  {
    id: 'grid',
    title: 'Grid',
    key: 'G',
    icon: LayoutGrid,
    main: part(async () => (await import('./grid/Grid.js')).Grid),
    controls: part(async () => (await import('./grid/GridSize.js')).GridSize),
    rows: true,
  },
  {
    id: 'takes',
    title: 'Takes',
    key: 'I',
    icon: Images,
    main: part(async () => (await import('./takes/Takes.js')).Takes),
    strip: 'roomy',
    takes: true,
  },
  {
    id: 'matrix',
    title: 'Matrix',
    key: 'Shift+M',
    icon: Grid3x3,
    main: part(async () => (await import('./matrix/Matrix.js')).Matrix),
  },
  {
    id: 'story',
    title: 'Story',
    key: 'Shift+G',
    icon: ChartSpline,
    main: part(async () => (await import('./story/Story.js')).Story),
    strip: 'roomy',
  },
  {
    id: 'play',
    title: 'Play',
    key: 'Shift+Space',
    icon: Clapperboard,
    main: part(async () => (await import('./play/Play.js')).Play),
    controls: part(async () => (await import('./play/PlayControls.js')).PlayControls),
    plays: true,
  },
  {
    id: 'canon',
    title: 'Canon',
    key: 'Shift+C',
    icon: BookUser,
    main: part(async () => (await import('./canon/Canon.js')).Canon),
    strip: 'roomy',
  },
] as const satisfies readonly View[];

export type ViewId = (typeof VIEWS)[number]['id'];

export const FIRST_VIEW: ViewId = VIEWS[0].id;

/** The row of a view; the first one's where there is none of that name. */
export const viewById = (id: ViewId): View => VIEWS.find((view) => view.id === id) ?? VIEWS[0];
