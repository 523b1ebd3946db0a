import type { Reader } from '../nlp/nlp.ts';

/** Groups of words that mean one thing though no stemmer brings them together; general knowledge. */

/** Forms of one word: irregular verbs and plurals, and numerals beside their figures. */
const FORMS = `
arise arose arisen|awake awoke|bear bore borne born|begin began begun|bend bent|bind bound|bite bit bitten|bleed bled|
blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught|
choose chose chosen|cling clung|deal dealt|dig dug|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|
fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|
forget forgot forgotten|freeze froze frozen|grow grew grown|hang hung|hear heard|hide hid hidden|hold held|keep kept|
know knew known|lay laid|lead led|learn learnt|leave left|lend lent|light lit|lose lost|mean meant|meet met|
overcome overcame|overthrow overthrew overthrown|pay paid|ride rode ridden|ring rang rung|rise rose risen|run ran|
seek sought|sell sold|send sent|shake shook shaken|shine shone|shoot shot|shrink shrank shrunk|sing sang sung|
sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|spend spent|spin spun|stand stood|steal stole stolen|
stick stuck|strike struck|swear swore sworn|sweep swept|swim swam swum|swing swung|teach taught|tear tore torn|
think thought|throw threw thrown|undergo underwent undergone|understand understood|undertake undertook|wake woke|
wear wore worn|weave wove woven|win won|withdraw withdrew withdrawn|write wrote written|man men|woman women|
child children|foot feet|tooth teeth|mouse mice|goose geese|person people|one 1|two 2|three 3|four 4|five 5|six 6|
seven 7|eight 8|nine 9|ten 10|eleven 11|twelve 12|thirteen 13|fourteen 14|fifteen 15|sixteen 16|seventeen 17|
eighteen 18|nineteen 19|twenty 20|thirty 30|forty 40|fifty 50|sixty 60|seventy 70|eighty 80|ninety 90|hundred 100|
thousand 1000`;

/** Words of one root, of one country, or for one thing. */
const ROOTS = `
die death dead|born birth|high height|long length|wide width|deep depth|strong strength|hot heat|warm warmth|
young youth|true truth|poor poverty|free freedom|live life alive|speak speech spoke|choose choice chose|
lose loss lost|sell sale sold|see sight|think thought|give gift|grow growth|advise advice|believe belief|prove proof|
fly flight|weigh weight|sing song|succeed success|destroy destruction|defend defense defence|receive reception|
describe description|maintain maintenance|pronounce pronunciation|marry wed|king royal monarch|france french|
spain spanish|britain british uk|england english|netherlands dutch|greece greek|switzerland swiss|denmark danish|
sweden swedish|poland polish|turkey turkish|wales welsh|ireland irish|finland finnish|norway norwegian|
portugal portuguese|philippines filipino|thailand thai|scotland scottish|rome roman|cyprus cypriot|lebanon lebanese|
america american usa us|belgium belgian|iceland icelandic|peru peruvian|canada canadian|germany german|italy italian|
japan japanese|china chinese|europe european|television tv|movie film|photo photograph picture|buy purchase|
car automobile|doctor physician|begin start|big large|end finish|company firm|job work employment`;

const groups = (list: string): string[][] => list.split('|').map((group) => group.trim().split(/\s+/u));

/** How much a word of one root is worth beside the word itself. */
const ROOT = 0.7;

/** By stem, the stems that may stand for it, and how much each is worth: 1 for another form of the same word. */
export type Kin = ReadonlyMap<string, ReadonlyMap<string, number>>;

const made = new WeakMap<Reader, Kin>();

/** The kin of stems as a reader makes them; worked out once for each. */
export function kinFor(reader: Reader): Kin {
  const kin = made.get(reader) ?? kinOf((word) => reader.terms(word)[0]?.stem);
  made.set(reader, kin);
  return kin;
}

function kinOf(stemOf: (word: string) => string | undefined): Kin {
  const kin = new Map<string, Map<string, number>>();
  const add = (words: readonly string[], worth: number) => {
    const stems = words.flatMap((word) => stemOf(word) ?? []);
    for (const stem of stems) {
      const others = kin.get(stem) ?? new Map<string, number>();
      kin.set(stem, others);
      for (const other of stems) if (other !== stem) others.set(other, worth);
    }
  };
  for (const group of groups(ROOTS)) add(group, ROOT);
  for (const group of groups(FORMS)) add(group, 1);
  return kin;
}
