/** The form of a word that lists are written in. */
import { wordTable } from '@shared/word-table.js';
import { participle, singularOf } from '../english.js';

const IRREGULAR = wordTable<string>(
  Object.fromEntries(
    'slung:sling,strung:string,clung:cling,wrung:wring,trodden:tread,bound:bind,swollen:swell,sewn:sew,fled:flee,sped:speed,bled:bleed,bred:breed,taught:teach,lent:lend,spent:spend,woke:wake,woken:wake,rang:ring,rung:ring,shrank:shrink,shrunk:shrink,swore:swear,sworn:swear,withdrawn:withdraw,forgotten:forget,overgrown:overgrow,undone:undo,lunging:lunge,lunged:lunge,plunging:plunge,plunged:plunge,lounging:lounge,lounged:lounge,cringing:cringe,changing:change,changed:change,arranging:arrange,arranged:arrange,exchanging:exchange,challenging:challenge,am:be,is:be,are:be,was:be,were:be,been:be,being:be,has:have,had:have,having:have,does:do,did:do,done:do,goes:go,went:go,gone:go,lying:lie,lies:lie,dies:die,ties:tie,stolen:steal,woven:weave,torn:tear,tore:tear,drove:drive,driven:drive,froze:freeze,frozen:freeze,shook:shake,shaken:shake,sank:sink,sunk:sink,stole:steal,swung:swing,crept:creep,flung:fling,slid:slide,split:split,spilt:spill,burnt:burn,dug:dig,sprang:spring,struck:strike,stricken:strike,lay:lie,laid:lay,lain:lie,dying:die,tying:tie,tied:tie,sat:sit,stood:stand,held:hold,wore:wear,worn:wear,ran:run,ate:eat,eaten:eat,drank:drink,drunk:drink,drew:draw,drawn:draw,flew:fly,flown:fly,swam:swim,swum:swim,slept:sleep,wrote:write,written:write,rode:ride,ridden:ride,gave:give,given:give,took:take,taken:take,made:make,saw:see,seen:see,came:come,fell:fall,fallen:fall,threw:throw,thrown:throw,blew:blow,blown:blow,caught:catch,hung:hang,led:lead,lit:light,knelt:kneel,leant:lean,leapt:leap,rose:rise,risen:rise,shone:shine,spoke:speak,spoken:speak,wove:weave,built:build,bent:bend,felt:feel,kept:keep,left:leave,lost:lose,met:meet,sang:sing,sung:sing,strewn:strew,swept:sweep,told:tell,wound:wind,broke:break,broken:break,bore:bear,grew:grow,grown:grow,hid:hide,hidden:hide,bit:bite,bitten:bite,fed:feed,fought:fight,shot:shoot,spun:spin,stuck:stick,wept:weep,chose:choose,chosen:choose,became:become,began:begin,brought:bring,bought:buy,thought:think,found:find,got:get,knew:know,known:know,said:say,sold:sell,sent:send,paid:pay,put:put,set:set,cut:cut,hit:hit,read:read,spread:spread,dressed:dress'
      .split(',')
      .map((pair) => pair.split(':') as [string, string]),
  ),
);

/** "danc", "charg", "decorat": no verb ends so without an "e". */
const LACKS_E = /(?:[cvu]|[^z]z|[dr]g|[nr]s|is|us|[^aeioulrw]l|[^aeo]at)$/;

/** Of "walking", "carries", "stopped": walk, carry, stop. `isVerb`: what is known to be one, where that is known. */
function verbOf(word: string, isVerb: (word: string) => boolean): string {
  const irregular = IRREGULAR[word];
  if (irregular) return irregular;
  if (/[^aeiou]ie[sd]$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz|o)es$/.test(word)) {
    const [short, long] = [word.slice(0, -2), word.slice(0, -1)];
    // "tiptoes", "aches".
    return isVerb(long) && !isVerb(short) ? long : short;
  }
  if (/[^s]s$/.test(word)) return word.slice(0, -1);
  const stem = /^(.*[aeiouy].*)(?:ing|ed)$/.exec(word)?.[1];
  // "need", "feed" of themselves.
  if (stem === undefined || isVerb(word)) return word;
  const ing = `${stem}ing`;
  // "smoking", "tasting", "adding": spelling does not tell.
  const known = [stem, `${stem}e`].filter(isVerb);
  const isDoubled = /([^lsfz])\1$/.test(stem);
  if (known.length === 1 && known[0] !== undefined && (!isDoubled || !isVerb(stem.slice(0, -1))))
    return known[0];
  if (/([^lsfz])\1$/.test(stem) && participle(stem.slice(0, -1)) === ing) return stem.slice(0, -1);
  return LACKS_E.test(stem) || participle(stem) !== ing ? `${stem}e` : stem;
}

export function lemmaOf(word: string, tag: string, isVerb: (word: string) => boolean = () => false): string {
  // "two men saw through a trunk".
  if (word === 'saw' && /^VBP?$/.test(tag)) return word;
  if (/^(?:VB|MD)/.test(tag)) return verbOf(word, isVerb);
  if (tag === 'NNS' || tag === 'NN') return singularOf(word).singular;
  return word;
}
