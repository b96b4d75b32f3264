/** The words that descriptions of pictures are made of, beyond what a part-of-speech tagger knows. */

import { wordTable } from '@shared/word-table.js';
import { participle, withS } from './english.js';

export { COLOURS, isColour } from '@shared/colours.js';

export const list = (text: string): ReadonlySet<string> => new Set(text.split(', '));

/** Nouns that are a place wherever they stand. */
export const PLACES = list(
  'forest, woods, woodland, jungle, grove, village, town, city, hamlet, street, alley, lane, market, marketplace, square, harbour, harbor, port, pier, quay, wharf, dock, docks, jetty, seaside, coast, beach, shore, desert, meadow, field, fields, pasture, valley, swamp, marsh, mountain, mountains, mountainside, hillside, hilltop, rooftop, rooftops, courtyard, garden, park, orchard, playground, kitchen, library, bedroom, bathroom, living room, dining room, room, hall, hallway, corridor, attic, cellar, basement, classroom, school, office, workshop, shop, bookshop, bakery, cafe, café, restaurant, tavern, inn, bar, hospital, church, temple, museum, theatre, theater, station, train station, platform, airport, highway, farm, barnyard, stable, laboratory, lab, cave, tunnel, dungeon, throne room, cabin, space, countryside, suburb, campsite, graveyard, cemetery, stairwell, lighthouse room, gym, gymnasium, stadium, laundromat, cinema, supermarket, greenhouse, clearing, glade, riverside, lakeside, riverbank, path, road, bridge, staircase, factory, warehouse, subway, stage',
);
/** Nouns that are a place only when something happens in or on them. */
export const PLACES_WITHIN = list(
  'house, hut, cottage, castle, palace, tower, lighthouse, tent, hill, cliff, island, river, lake, sea, ocean, water, pond, barn, roof, balcony, porch, doorway, window seat, mill, fortress, ruins, snow, grass, sky, air, ground, floor, snowfield',
);
/** Where "in a …" is not how one says it. */
export const PLACE_PREPOSITION = wordTable<string>(
  Object.fromEntries(
    Object.entries({
      at: 'harbour,harbor,port,station,train station,seaside,coast,riverside,lakeside,airport,campsite',
      in: 'mountains',
      on: 'mountain,mountainside,hillside,hilltop,hill,beach,shore,pier,quay,wharf,dock,docks,jetty,street,lane,road,highway,path,bridge,rooftop,rooftops,roof,cliff,island,farm,balcony,porch,platform,stage,riverbank,staircase,playground,sea,ocean,river,lake,grass,ground,floor',
    }).flatMap(([preposition, nouns]) => nouns.split(',').map((noun) => [noun, preposition])),
  ),
);

export type Sex = 'female' | 'male' | 'either';

/** Nouns for people, with the pronoun that may mean them. */
export const PEOPLE = wordTable<Sex>({
  ...Object.fromEntries(
    'girl,woman,lady,mother,grandmother,grandma,sister,daughter,aunt,queen,princess,witch,schoolgirl,lass,bride,nun,wife,waitress,actress,heroine,maid,nurse,ballerina,seamstress,midwife,businesswoman,granddaughter,niece,hostess,bridesmaid,cowgirl,policewoman,stewardess,girlfriend,maiden,goddess,landlady,nymph,heiress,housewife,stepmother,priestess,sorceress,duchess,countess'
      .split(',')
      .map((w) => [w, 'female' as const]),
  ),
  ...Object.fromEntries(
    'boy,man,gentleman,father,grandfather,grandpa,brother,son,uncle,king,prince,wizard,schoolboy,lad,knight,fisherman,monk,husband,waiter,groom,hunter,woodcutter,postman,policeman,hero,businessman,watchman,grandson,nephew,lumberjack,salesman,cameraman,stuntman,bridegroom,choirboy,milkman,craftsman,horseman,swordsman,bellboy,boyfriend,stepfather,ferryman,landlord,busboy,newsboy,paperboy,workman'
      .split(',')
      .map((w) => [w, 'male' as const]),
  ),
  ...Object.fromEntries(
    'person,child,kid,baby,toddler,teenager,figure,someone,somebody,stranger,traveller,traveler,character,friend,soldier,guard,sailor,farmer,teacher,student,doctor,pirate,captain,thief,villager,shopkeeper,librarian,baker,keeper,singer,dancer,artist,painter,driver,pilot,astronaut,scientist,chef,cook,worker,merchant,musician,passenger,detective,warrior,elf,dwarf,passer-by,blacksmith,mechanic,barista,cyclist,samurai,ninja,cowboy,fairy,ghost,giant,troll,goblin,vampire,zombie,mermaid,clown,acrobat,magician,sorcerer,archer,ranger,shepherd,butcher,tailor,carpenter,gardener,miner,firefighter,fireman,paramedic,police officer,officer,general,emperor,empress,duke,priest,bishop,pope,beggar,bandit,spy,assassin,hacker,engineer,inventor,professor,lawyer,judge,journalist,photographer,writer,poet,actor,model,athlete,runner,swimmer,climber,skier,surfer,boxer,wrestler,player,rider,biker,bartender,cashier,tourist,customer,neighbour,neighbor,adult,youth,twin,infant,newborn,orphan,widow,bodyguard,butler,servant,slave,gladiator,viking,robber,burglar,prisoner,convict,patient,survivor,wanderer,explorer,adventurer,hiker,commuter,pedestrian,veteran,vet,duelist,duellist,conductor,cellist,violinist,pianist,guitarist,drummer,saxophonist,trumpeter,juggler,mayor,courier,messenger,diver,referee,coach,lifeguard,plumber,electrician,welder,jeweller,jeweler,watchmaker,clockmaker,shoemaker,cobbler,potter,weaver,hairdresser,barber,florist,grocer,fishmonger,vendor,peddler,innkeeper,bouncer,gangster,outlaw,sheriff,cop,constable,inspector,secretary,clerk,banker,president,jester,bard,minstrel,druid,shaman,alchemist,necromancer,paladin,nomad,refugee,castaway,hermit,pilgrim,preacher,skater,skateboarder,snowboarder,gymnast,jockey,golfer,footballer,cheerleader,puppeteer,mime,director,reporter,archaeologist,botanist,astronomer,chemist,surgeon,dentist,caretaker,janitor,housekeeper,cousin,apprentice,sentry,sniper,cadet,commander,admiral,rival,companion,colleague,guest,spectator,onlooker,bystander,lighthouse keeper,beekeeper,zookeeper,busker,cartographer,scribe,sculptor,glassblower,translator,lieutenant,sergeant,trapper,smuggler,mobster,waitstaff,assistant,trainer,owner,boss,partner,attendant,receptionist,operator,steward,usher,chauffeur,sibling,parent,grandparent,comrade,host,shopper,opponent,teammate,roommate,jogger,hitchhiker,trader,pupil,schoolchild,scout,gnome,ogre,orc,rower,rancher,babysitter,guardian,gravedigger,hostage,cultist,rebel,heir,tutor,lecturer,speaker,angel,trucker'
      .split(',')
      .map((w) => [w, 'either' as const]),
  ),
});

/** Words that leave open how many people are about. */
export const OPEN_CROWD = list(
  'people, crowd, crowds, villagers, folk, family, audience, everyone, everybody, townspeople, passers-by, army, children, kids, friends, guests, soldiers, guards, students, group, workers, couple, team, neighbours, parents, players, passengers, sailors, men, women, boys, girls, customers, tourists, pedestrians, bystanders, onlookers',
);

export const CLOTHING = list(
  'coat, jacket, cape, cloak, overcoat, raincoat, parka, anorak, dress, gown, skirt, shirt, blouse, t-shirt, tunic, sweater, jumper, cardigan, hoodie, vest, waistcoat, suit, uniform, robe, kimono, apron, trousers, pants, jeans, shorts, overalls, dungarees, pyjamas, pajamas, scarf, hat, cap, hood, bonnet, beret, crown, helmet, mask, veil, glasses, sunglasses, eyeglasses, spectacles, goggles, gloves, mittens, boots, shoes, sandals, slippers, socks, stockings, belt, tie, bow, ribbon, necklace, earrings, bracelet, bowtie, backpack, satchel, armour, armor, costume, outfit, clothes, clothing, headphones, headscarf, headband, headdress, wig, shawl, poncho, nightgown, collar, eyepatch, sweatshirt, tracksuit, sari, blazer, turban, hijab, monocle, leggings, tights, sneakers, clogs, nightshirt, swimsuit, wetsuit, spacesuit, windbreaker, corset, doublet, toga, fedora, tiara, bandana, jumpsuit, romper, pinafore, smock, kilt, breeches, chinos, loafers, wellingtons, gauntlets, greatcoat, peacoat, pullover, turtleneck, bikini, leotard, tutu, catsuit, bodysuit, cassock, kaftan, abaya, burqa, dirndl, lederhosen, cheongsam, qipao, hanbok, sarong, tuxedo, fez, sombrero, stetson, balaclava, earmuffs',
);
export const BODY = list(
  'hair, eye, eyes, face, beard, moustache, mustache, freckles, braid, braids, pigtails, ponytail, curls, bangs, skin, cheeks, nose, smile, scar, tail, fur, ears, wings, whiskers, paws, horns, feathers, head, hand, hands, arm, arms, leg, legs, foot, feet, back, shoulder, shoulders, finger, fingers, mouth, lips, expression, look, gaze, eyebrows, neck, tears, lap, side, knees, chest, cheek, chin, forehead, brow, wrist, wrists, ankle, ankles, elbow, elbows, hip, hips, waist, thigh, toes, thumb, fist, fists, fingertip, fingertips, palm, palms, heel, heels, forearm, forearms, mohawk, antlers, antler, tusks, tusk, jaw, eyelashes, wrinkles, goatee, sideburns, dreadlocks, stubble, belly, ear, knee, wing, paw, claw, claws, beak, tongue, teeth, fangs, mane, hooves, snout, muzzle, knuckles, torso, throat, voice, breath, heart, mind',
);

/** Nouns no picture shows, or that only say where in the picture or what kind of sentence this is. */
export const ABSTRACT = list(
  'scene, image, picture, frame, shot, moment, background, foreground, distance, sense, feeling, mood, atmosphere, silence, time, way, edge, front, middle, centre, center, top, bottom, end, beginning, story, adventure, dream, hope, fear, joy, sadness, surprise, wonder, curiosity, determination, light, lighting, shadow, shadows, colour, color, colours, colors, tone, tones, palette, day, days, hour, minute, second, year, life, thing, something, nothing, anything, everything, idea, thought, news, sound, noise, voice, song, music, world, place, part, kind, sort, lot, bit, rest, detail, details, depth, composition, perspective, camera, focus, direction, left, right, side, pair, group, row, line, hurry, need, help, love, memory, secret, name, word, words, question, answer, plan, reason, step, steps, journey, home, morning, inside, outside, surroundings, setting, environment, view, weather, season, winter, summer, autumn, spring, style, effect, texture, warmth, cold, darkness, beauty, order, search, care, attention, courage, anger, relief, concentration, disbelief, awe, excitement, solo, laughter, applause, chaos, panic, tension, celebration, conversation, argument, echo, whisper, scream, smell, danger, victory, defeat, peace, war',
);
/** Heads that say how much of the noun after "of", or which part of it. */
export const PARTITIVE = list(
  'edge, side, top, bottom, middle, centre, center, end, foot, front, back, kind, sort, type, lot, bit, part, corner, heart, outskirts, rest, entrance, interior, depths, mouth, bank, banks, piece, mid, midst, light, rim, surface, doorway, doorstep, threshold, inside',
);
export const GROUPS = wordTable<number>({ pair: 2, couple: 2, trio: 3 });
export const MANY = list(
  'group, crowd, row, flock, herd, pack, swarm, dozens, dozen, hundreds, hundred, thousands, thousand, line, number, gang',
);

/** Masses: they take no article. */
export const MASS = list(
  'smoke, water, dust, fire, sand, grass, ice, steam, hair, fur, skin, bread, food, fruit, blood, mud, ivy, wood, hay, laundry, furniture, jewellery, armour, armor, clothing, soup, tea, coffee, milk, cheese, gold, money, luggage, foliage, moss, lightning, fog, mist, freckles, sunlight, moonlight, torchlight, lamplight, candlelight, firelight, starlight, daylight, paper, snow, rain, straw, rubble, paint, ink, flour, confetti, ramen, energy, yarn, juice, metal, footwear, fluff, lighting, dough, broccoli, rice, cream, butter, sugar, chocolate, pasta, lava, rust, graffiti, debris, garbage, trash, vegetation, greenery, plastic, concrete, leather, fabric, cloth, velvet, silk, cotton, wool, salt, pepper, wine, beer, champagne, whisky, whiskey, honey, jam, powder, pollen, frost, seaweed, sunshine, lipstick, makeup, spaghetti, popcorn, chalk, soil, dirt, clay, soot, ash, grease, oil, sawdust, wheat, lavender, corn, gravel, asphalt, cement, wax, glue, incense, embroidery, equipment, scaffolding, foam, sweat, porcelain, steel, brass, copper, bronze, cardboard, wicker, meat, beef, pork, bacon, garlic, lace, machinery, bunting, tinsel, glitter, stubble, denim, linen, satin, marble, traffic, mascara, polish, nail polish, eyeliner',
);
export const ANIMALS = list(
  'dog, puppy, cat, kitten, fox, owl, bird, crow, raven, horse, pony, donkey, cow, sheep, goat, pig, hen, rooster, chicken, duck, goose, swan, mouse, rat, rabbit, hare, deer, stag, bear, wolf, lion, tiger, elephant, monkey, fish, whale, dolphin, shark, frog, toad, snake, turtle, tortoise, dragon, unicorn, squirrel, hedgehog, badger, bee, butterfly, parrot, penguin, seagull, gull, eagle, hawk, bat, spider, insect, robot, creature, monster, animal, wolf pup, fox cub, mule, ox, bull, calf, lamb, camel, llama, alpaca, giraffe, zebra, hippo, hippopotamus, rhino, rhinoceros, kangaroo, koala, panda, gorilla, ape, chimpanzee, baboon, leopard, cheetah, panther, lynx, hyena, jackal, coyote, otter, beaver, walrus, raccoon, skunk, weasel, ferret, hamster, porcupine, armadillo, sloth, moose, elk, reindeer, antelope, gazelle, bison, buffalo, boar, piglet, foal, mare, stallion, bulldog, poodle, terrier, corgi, dachshund, greyhound, beagle, crocodile, alligator, lizard, gecko, chameleon, iguana, octopus, squid, jellyfish, crab, lobster, trout, goldfish, carp, eel, pigeon, sparrow, robin, magpie, heron, stork, flamingo, pelican, ostrich, peacock, turkey, vulture, falcon, kingfisher, hummingbird, woodpecker, canary, moth, ant, beetle, ladybug, ladybird, dragonfly, grasshopper, wasp, caterpillar, snail, scorpion, dinosaur, mammoth, phoenix, griffin, pegasus, cub, duckling, wombat, meerkat, lemur, mongoose',
);
/** Whether a word, as it stands, is somebody or an animal. */
export const isAlive = (word: string): boolean => PEOPLE[word] !== undefined || ANIMALS.has(word);

/** The article that stands in front of what is named for the first time. */
export const INDEFINITE = list('a, an, another');
export const SIDES = list('left, right');

/** Adjectives of taste or of the story, which no picture can be held to. */
export const VAGUE = list(
  'gone, beautiful, lovely, mysterious, majestic, magical, amazing, stunning, pretty, nice, wonderful, gorgeous, strange, other, same, own, familiar, brave, clever, kind, famous, unknown, certain, few, several, many, some, more, main, next, last, first, second, only, new, favourite, favorite, special, perfect, epic, dramatic, cinematic, whole, entire, such, various, different, distant, nearby, near, far, close, visible, sudden, final, former, dear, poor, good, great, best, detailed, vibrant, subtle, faint, typical, cosy, cozy, charming, eerie, quaint, lone, single, solitary, local, left, right, full, soft',
);
/** Adjectives that are part of what a person is called ("an old man"). */
export const AGES = list('old, elderly, young, aged, middle-aged, teenage');
/** With these a girl is still just a girl. */
export const YOUTHS = list('girl, boy, child, kid, baby, toddler, schoolgirl, schoolboy, lad, lass');
export const SMALL = list('little, young');

/** What something hangs, is held or led by. */
export const HANDLES = list(
  'thread, rope, string, leash, chain, cord, wire, cable, hook, strap, handle, rein, reins, bridle, scruff, sleeve, collar, halter, lead, lasso, stem, hilt, ribbon, belt, hood, lapel, lapels, hem, tail, horn, horns, finger, ear, wrist, nose, paw, elbow, shoulder, trunk, hair, ankle, arm',
);
/** Verbs that join a subject with its quality. */
export const LINKING = list('look, seem, appear, become, grow, turn, remain, stay');
/** Verbs with somebody who gets and something that is got. */
export const GIVING = list(
  'give, hand, offer, show, bring, pass, throw, tell, send, sell, serve, feed, lend, toss, pour, read',
);
export const HOLDING = list('hold, carry, clutch, grip, grasp, lift, raise, bear');
export const WEARING = list('wear, don');
export const HAVING = list('have, feature, include, contain');
/** What goes on in heads, in sound or in time only. */
export const UNSEEN = list(
  'think, know, remember, want, decide, feel, realise, realize, hope, wonder, hear, listen, say, ask, tell, whisper, answer, reply, call, name, need, wish, believe, forget, learn, understand, begin, start, continue, stop, seem, appear, become, remain, stay, keep, let, make, try, mean, love, like, hate, live, belong, happen, show, depict, see, notice, find, get, come, go, do, would, could, turn, watch out, wait for, imagine, promise, agree, finish, set, create, evoke, suggest, convey, dress, use, spend, discover, search, explore, plan, prepare, bring, reach, arrive, return, leave, enter, exit, approach, greet, meet',
);
/** Of those above, what a still picture may show as movement or gesture. */
export const SEEN_AFTER_ALL = list(
  'whisper, enter, exit, leave, approach, arrive, return, reach, listen, greet, search, explore',
);
/** And of those what shows where it reaches something, or leads somewhere. */
export const SEEN_IN_MOTION = list(
  'turn, come, go, get, bring, use, prepare, make, set, show, depict, do, find, answer, discover, meet',
);
/** Verbs the tagger takes for nouns. */
export const VERB_FORMS: ReadonlySet<string> = new Set(
  'hold,carry,walk,run,sit,stand,read,look,watch,sleep,fly,climb,ride,wave,smile,laugh,cry,jump,play,pull,push,drag,point,kneel,lie,lean,dance,swim,row,sail,fish,cook,eat,drink,write,draw,paint,sing,hide,chase,follow,hug,kiss,wear,open,close,float,fall,rise,drift,glow,shine,burn,perch,rest,stare,gaze,peek,glance,reach,lift,raise,clutch,grip,wait,cross,enter,crouch,creep,tower,hang,face,touch,pour,sweep,feed,dig,throw,catch,shout,whisper,wander,stroll,hurry,march,sneak,bend,lead,guard,fight,rain,snow,pet,stroke,offer,give,hand,greet,study,examine,search,light,blow,bow,nap,bark,curl,leap,land,dive,soar,circle,hover,slide,slip,stretch,yawn,wag,knit,sew,plant,pick,gather,build,repair,fix,carve,knock,lock,tie,wrap,cover,surround,line,fill,yell,approach,leave,return,arrive,dress,step,strike,mend,howl,kick,wash,glide,squat,whistle,ring,hop,skip,stumble,trudge,tiptoe,press,squeeze,unfold,release,blink,frown,grin,peer'
    .split(',')
    .flatMap((lemma) => [participle(lemma), withS(lemma)]),
);
/** Bare forms the tagger takes for nouns behind two subjects or a plural ("a girl and a dog sit"). */
export const BARE_VERBS = list(
  'sit, stand, hold, carry, wear, eat, sing, ride, climb, chase, wait, kneel, lie, lean, play, walk, run, watch, look, fly, dance, fish, row, sleep, share, cross, rest, drink, talk, laugh, wave, swim, hide, race, bark, howl, jump, smile, fight, march, float, drift',
);

export const SPEECH =
  /\b(?:says?|said|asks?|asked|whispers?|whispered|shouts?|shouted|replies|replied|answers?|answered|cries|cried|calls?|called|exclaims?|exclaimed|murmurs?|yells?|thinks?|tells?|told)\b/i;
export const INSCRIPTION =
  /\b(?:signs?|labels?|labell?ed|reads|reading|written|words|text|title|titled|banners?|letters?|letter(?:ing|ed)|posters?|captions?|inscri\w+|engraved|printed|painted|logo|note|page|cover|headline|plaque|speech bubble)\b/i;
