import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shotsOfPictures } from './index.js';

/** `scene/number: picture picture`, a line a shot. */
const told = (...pictures: string[]): string[] =>
  shotsOfPictures(pictures).map(
    ({ number, scene, takes }) => `${scene === null ? '' : `${scene}/`}${number}: ${takes.join(' | ')}`,
  );

describe('pictures without a list of shots', () => {
  it.each([
    [
      'studio names',
      ['sc02_sh010.png', 'sc01_sh020.png', 'sc01_sh010.png'],
      ['sc01/010: sc01_sh010.png', 'sc01/020: sc01_sh020.png', 'sc02/010: sc02_sh010.png'],
    ],
    [
      'panels of pages',
      ['page02_panel01.png', 'page01_panel03.png', 'p01_panel02.png'],
      ['p01/02: p01_panel02.png', 'page01/03: page01_panel03.png', 'page02/01: page02_panel01.png'],
    ],
    [
      'frames of shots, which are its takes',
      ['shot01_frame02.png', 'frame03_shot01.png', 'shot01_page01.png'],
      ['01: frame03_shot01.png | shot01_frame02.png | shot01_page01.png'],
    ],
    [
      'a number that is the same in all names',
      ['EP01_SC02_SH003.png', 'EP01_SC02_SH001.png'],
      ['SC02/001: EP01_SC02_SH001.png', 'SC02/003: EP01_SC02_SH003.png'],
    ],
    [
      'letters',
      ['shot1B.png', 'shot1A.png', 'shot10.png', 'shot2.png'],
      ['1A: shot1A.png', '1B: shot1B.png', '2: shot2.png', '10: shot10.png'],
    ],
    [
      'words before numbers, which are scenes only where a number stands after several',
      ['forest_01.png', 'castle_02.png'],
      ['01: forest_01.png', '02: castle_02.png'],
    ],
    ['letters in front', ['B1.png', 'A2.png', 'A1.png'], ['A1: A1.png', 'A2: A2.png', 'B1: B1.png']],
    [
      'a counter last',
      ['002_00001_.png', '001_00001_.png', '001_00002_.png'],
      ['001: 001_00001_.png | 001_00002_.png', '002: 002_00001_.png'],
    ],
    [
      'a counter alone',
      ['ComfyUI_00002_.png', 'ComfyUI_00001_.png'],
      ['00001: ComfyUI_00001_.png', '00002: ComfyUI_00002_.png'],
    ],
    [
      'a counter after words',
      ['fox_00001_.png', 'fox_00002_.png', 'owl_00001_.png'],
      ['1: fox_00001_.png | fox_00002_.png', '2: owl_00001_.png'],
    ],
    [
      'a counter after a scene',
      ['scene_01_00002_.png', 'scene_01_00001_.png', 'scene_02_00001_.png'],
      ['01: scene_01_00001_.png | scene_01_00002_.png', '02: scene_02_00001_.png'],
    ],
    [
      'dates first',
      ['2024-05-02_shot_001.png', '2024-05-01_shot_002.png'],
      ['001: 2024-05-02_shot_001.png', '002: 2024-05-01_shot_002.png'],
    ],
    [
      'dates and times alone',
      ['20240501_101600.png', '20240501_101500.png'],
      ['1: 20240501_101500.png', '2: 20240501_101600.png'],
    ],
    [
      'a folder a scene',
      ['scene_02/shot_01.png', 'scene_01/shot_01.png', 'scene_10/shot_01.png'],
      [
        'scene_01/01: scene_01/shot_01.png',
        'scene_02/01: scene_02/shot_01.png',
        'scene_10/01: scene_10/shot_01.png',
      ],
    ],
    [
      'folders that are scenes by name',
      ['Mill/2.png', 'Inn/1.png', 'Mill/1.png'],
      ['Inn/1: Inn/1.png', 'Mill/1: Mill/1.png', 'Mill/2: Mill/2.png'],
    ],
    [
      'folders that are numbers',
      ['02/1.png', '01/2.png', '01/1.png'],
      ['01/1: 01/1.png', '01/2: 01/2.png', '02/1: 02/1.png'],
    ],
    [
      'a folder a shot',
      ['shot_01/b.png', 'shot_01/a.png', 'shot_02/a.png'],
      ['01: shot_01/a.png | shot_01/b.png', '02: shot_02/a.png'],
    ],
    [
      'counted pictures of one shot',
      ['shot_1_00002_.png', 'shot_1_00001_.png'],
      ['1: shot_1_00001_.png | shot_1_00002_.png'],
    ],
    [
      'counted pictures of one frame',
      ['frame_1_00002_.png', 'frame_1_00001_.png'],
      ['1: frame_1_00001_.png | frame_1_00002_.png'],
    ],
    [
      'counted pictures that one number is in',
      ['fox 7_00002_.png', 'fox 7_00001_.png'],
      ['00001: fox 7_00001_.png', '00002: fox 7_00002_.png'],
    ],
    [
      'one shot of each scene',
      ['sc01_sh010.png', 'sc02_sh010.png'],
      ['sc01/010: sc01_sh010.png', 'sc02/010: sc02_sh010.png'],
    ],
    [
      'a scene’s folder of counted pictures',
      ['scene_01/ComfyUI_00001_.png', 'scene_01/ComfyUI_00002_.png', 'scene_02/ComfyUI_00001_.png'],
      [
        'scene_01/00001: scene_01/ComfyUI_00001_.png',
        'scene_01/00002: scene_01/ComfyUI_00002_.png',
        'scene_02/00001: scene_02/ComfyUI_00001_.png',
      ],
    ],
    [
      'folders that say nothing',
      ['output/renders/2.png', 'output/1.png', 'keyframes/3.png'],
      ['1: output/1.png', '2: output/renders/2.png', '3: keyframes/3.png'],
    ],
    [
      'versions',
      ['shot_01_v002.png', 'shot_01_v001.png', 'shot_02_take2.png', 'shot_02.png'],
      ['01: shot_01_v001.png | shot_01_v002.png', '02: shot_02.png | shot_02_take2.png'],
    ],
    [
      'versions of words',
      ['fox_v2.png', 'owl_final.png', 'fox_v1.png'],
      ['1: fox_v1.png | fox_v2.png', '2: owl_final.png'],
    ],
    ['nothing but versions', ['v2.png', 'v1.png'], ['v1: v1.png', 'v2: v2.png']],
    [
      'copies',
      ['1 fox (1).png', '1 fox.png', '2 owl - Copy (2).png', '2 owl - Copy.png', '2 owl.png'],
      ['1: 1 fox.png | 1 fox (1).png', '2: 2 owl.png | 2 owl - Copy.png | 2 owl - Copy (2).png'],
    ],
    [
      'renamed all at once',
      ['frames (10).png', 'frames (2).png', 'frames (1).png'],
      ['1: frames (1).png', '2: frames (2).png', '10: frames (10).png'],
    ],
    [
      'words before a number',
      ['forest_02.png', 'castle_01.png', 'forest_01.png'],
      ['castle/01: castle_01.png', 'forest/01: forest_01.png', 'forest/02: forest_02.png'],
    ],
    [
      'two numbers',
      ['2_01.png', '1_02.png', '1_01.png'],
      ['1/01: 1_01.png', '1/02: 1_02.png', '2/01: 2_01.png'],
    ],
    [
      'a counter and a seed',
      ['00001-1234567890.png', '00000-987654321.png'],
      ['00000: 00000-987654321.png', '00001: 00001-1234567890.png'],
    ],
    [
      'sizes, seeds and hashes',
      ['shot_1_1024x768_seed12.png', 'shot_2_3f2b9c1d_1080p.png'],
      ['1: shot_1_1024x768_seed12.png', '2: shot_2_3f2b9c1d_1080p.png'],
    ],
    [
      'keyframes of a pipeline',
      [
        'scene_001_keyframe_01_t4.00.png',
        'scene_001_keyframe_00_t0.00.png',
        'scene_002_keyframe_00_t8.00.png',
      ],
      [
        '001: scene_001_keyframe_00_t0.00.png | scene_001_keyframe_01_t4.00.png',
        '002: scene_002_keyframe_00_t8.00.png',
      ],
    ],
    [
      'scenes and cuts by letters',
      ['S02_C001.png', 'S01_C002.png', 'S01_C001.png'],
      ['S01/001: S01_C001.png', 'S01/002: S01_C002.png', 'S02/001: S02_C001.png'],
    ],
    [
      'several episodes, one behind the other',
      ['EP02_SH001.png', 'EP01_SH002.png', 'EP01_SH001.png'],
      ['001: EP01_SH001.png', '002: EP01_SH002.png', '001: EP02_SH001.png'],
    ],
    [
      'pictures of other words by when they were made: each for itself',
      ['2024-05-02 fox.png', '2024-05-01 fox.png', '2024-05-01 owl.png'],
      ['1: 2024-05-01 fox.png | 2024-05-02 fox.png', '2: 2024-05-01 owl.png'],
    ],
    [
      'words before a number, whatever their case, and numbers without words',
      ['Forest_01.png', 'forest_02.png', '03.png', 'castle_01.png'],
      ['03: 03.png', 'castle/01: castle_01.png', 'forest/01: Forest_01.png', 'forest/02: forest_02.png'],
    ],
    ['seasons and episodes', ['s01e02.png', 's01e01.png'], ['01: s01e01.png', '02: s01e02.png']],
    [
      'words run together',
      ['Scene01Shot02.png', 'Scene01Shot01.png'],
      ['Scene01/01: Scene01Shot01.png', 'Scene01/02: Scene01Shot02.png'],
    ],
    [
      'other languages',
      ['第2镜.png', '镜头3.png', '第1镜.png', 'кадр_4.png'],
      ['1: 第1镜.png', '2: 第2镜.png', '3: 镜头3.png', '4: кадр_4.png'],
    ],
    ['one picture as two files', ['fox.png', 'owl.png', 'fox.jpg'], ['1: fox.jpg | fox.png', '2: owl.png']],
    ['no numbers', ['owl.png', 'fox.png'], ['1: fox.png', '2: owl.png']],
    [
      'a name without a number among others',
      ['cover.png', 'shot_2.png', 'shot_1.png'],
      ['1: shot_1.png', '2: shot_2.png', 'cover: cover.png'],
    ],
    ['one picture', ['bild ä 7.png'], ['7: bild ä 7.png']],
  ])('reads %s', (_, pictures, shots) => {
    expect(told(...pictures)).toEqual(shots);
  });

  it('reads composed and other letters alike, and paths of Windows', () => {
    expect(told('bild_a\u0308_1.png', 'bild_\u00E4_2.png').map((line) => line[0])).toEqual(['1', '2']);
    expect(told('scene_01\\shot_02.png', 'scene_01\\shot_01.png')).toEqual([
      'scene_01/01: scene_01\\shot_01.png',
      'scene_01/02: scene_01\\shot_02.png',
    ]);
  });

  it('makes every picture a take of one shot, in whichever order they are given', () => {
    const word = fc.constantFrom(
      'shot',
      'sc',
      's',
      'ep',
      'fox',
      'v',
      'take',
      'keyframe',
      'ä 漢',
      'A',
      'output',
      '',
    );
    const gap = fc.constantFrom('_', '-', ' ', '', '/', '(', ')', '.', '\\');
    const number = fc.oneof(fc.nat(12).map(String), fc.constantFrom('001', '00001_', '2024-05-01', '1A', ''));
    const name = fc
      .array(fc.tuple(word, gap, number, gap), { minLength: 1, maxLength: 4 })
      .map((parts) => `${parts.flat().join('')}.png`);
    fc.assert(
      fc.property(fc.uniqueArray(fc.oneof(name, fc.string()), { maxLength: 8 }), fc.nat(7), (names, turn) => {
        const shots = shotsOfPictures(names);
        expect(shots.flatMap(({ takes }) => takes).sort()).toEqual([...names].sort());
        const turned = [...names.slice(turn), ...names.slice(0, turn)];
        expect(shotsOfPictures(turned)).toEqual(shots);
      }),
      { numRuns: 400 },
    );
  });

  it('reads any number of names, and names of any length, at once', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `sc${index % 7}_sh${index}_v1.png`);
    expect(shotsOfPictures(many)).toHaveLength(20_000);
    expect(shotsOfPictures([`${'a1'.repeat(50_000)}.png`, '1.png'])).toHaveLength(2);
  });
});
