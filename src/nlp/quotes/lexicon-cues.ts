/**
 * Words that report speech. The verbs of saying follow the lists that public quotation extractors use (Krestel, Bergler
 * and Witte, LREC 2008; the Gender Gap Tracker, Asr et al., PLOS ONE 2021) and Levin's classes 37.1–37.9 (English Verb
 * Classes and Alternations, 1993); verbs outside the lists are recognised beside a quotation by their place alone.
 */
const words = (list: string): string[] => list.split(/\s+/u).filter(Boolean);

/** What a verb takes: a clause ("said it rained"), a clause after a hearer ("told them it rained"), only quoted words. */
type CueClass = 'clause' | 'hearer' | 'think' | 'show' | 'quote' | 'plan' | 'ask' | 'name' | 'topic';

const CLAUSE = words(`
say add note explain state argue claim announce warn insist suggest admit acknowledge allege confirm declare reply respond recall testify concede conclude contend report quip joke stress emphasize emphasise deny
reiterate remark assert predict complain observe reveal disclose maintain  mention write tweet post indicate estimate point boast lament caution counter  underline underscore clarify comment confess
affirm attest proclaim profess retort advise assess elaborate opine muse gush vow swear retweet speculate hint signal repeat continue agree answer cry exclaim grumble fume grouse rant tout argue volunteer posit theorize theorise
reason rejoin divulge intimate surmise forecast agree  recount highlight outline detail promise pledge imply demand request propose recommend
`);
const HEARER = words('tell remind inform assure notify warn advise convince persuade reassure brief email text');
const THINK = words('believe think feel hope fear expect worry suspect doubt');
/** What a poll or a document does. */
const SHOW = words('find show reveal indicate suggest conclude');
/** Only beside quoted words. */
const QUOTE = words(`
ask call describe begin go shout yell whisper murmur mutter laugh smile sigh sob sing read quote inquire enquire wonder demand order urge plead beg implore blast slam criticize criticise praise thank mock dismiss label brand dub refer characterize characterise
denounce condemn decry hail attack chide scold taunt tease sneer scoff sniff snap bark growl grunt groan moan chuckle giggle chant sum open conclude start interject interrupt chime intone drawl deadpan recite echo cite utter voice term deem
preach lecture pronounce blog message pen caption crack kid fire shoot end finish offer marvel
`);
/** With an infinitive: "promised to …", "urged them to …". */
const PLAN = words('promise pledge vow urge tell warn advise beg implore ask encourage');
/** With a question: "asked whether …". */
const ASK = words('ask inquire enquire wonder');
/** With a noun phrase: "called him a liar", "announced his candidacy". */
/** With a noun phrase that says what was said: "announced his candidacy", "cited a study". */
const TOPIC = words('announce acknowledge note cite mention deny demand promise');
const NAME = words('call describe label brand dub accuse');

const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  say: ['says', 'said', 'saying'],
  tell: ['tells', 'told', 'telling'],
  write: ['writes', 'wrote', 'writing', 'written'],
  think: ['thinks', 'thought', 'thinking'],
  feel: ['feels', 'felt', 'feeling'],
  know: ['knows', 'knew', 'known', 'knowing'],
  find: ['finds', 'found', 'finding'],
  show: ['shows', 'showed', 'shown', 'showing'],
  see: ['sees', 'saw', 'seen', 'seeing'],
  hear: ['hears', 'heard', 'hearing'],
  mean: ['means', 'meant', 'meaning'],
  understand: ['understands', 'understood', 'understanding'],
  swear: ['swears', 'swore', 'sworn', 'swearing'],
  begin: ['begins', 'began', 'begun', 'beginning'],
  go: ['goes', 'went', 'gone', 'going'],
  sing: ['sings', 'sang', 'sung', 'singing'],
  read: ['reads', 'read', 'reading'],
  beg: ['begs', 'begged', 'begging'],
  shoot: ['shoots', 'shot', 'shooting'],
  forecast: ['forecasts', 'forecast', 'forecasting'],
};
const DOUBLED = new Set(
  words('admit quip sob plan beg blog wed chat snap grin hum label brag rebut pen dub sum chat scan stop quit rap'),
);
const UNDOUBLED = new Set(words('label'));

/** The forms of a regular verb. */
function inflect(verb: string): readonly string[] {
  const given = IRREGULAR[verb];
  if (given) return given;
  const stem = verb.endsWith('e')
    ? verb.slice(0, -1)
    : DOUBLED.has(verb) && !UNDOUBLED.has(verb)
      ? verb + verb.at(-1)!
      : verb;
  if (/[^aeiou]y$/u.test(verb)) return [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  const third = /(?:s|x|z|ch|sh|o)$/u.test(verb) ? `${verb}es` : `${verb}s`;
  return [third, `${stem}ed`, `${stem}ing`];
}

export interface CueWord {
  readonly verb: string;
  readonly classes: ReadonlySet<CueClass>;
  /** "adding", "saying". */
  readonly gerund: boolean;
  /** The plain form, a verb only after a plural, "to" or an auxiliary. */
  readonly plain: boolean;
}

function buildForms(): ReadonlyMap<string, CueWord> {
  const classes = new Map<string, Set<CueClass>>();
  const note = (list: readonly string[], name: CueClass) => {
    for (const verb of list) classes.set(verb, (classes.get(verb) ?? new Set()).add(name));
  };
  note(CLAUSE, 'clause');
  note(HEARER, 'hearer');
  note(THINK, 'think');
  note(SHOW, 'show');
  note(QUOTE, 'quote');
  note(PLAN, 'plan');
  note(ASK, 'ask');
  note(NAME, 'name');
  note(TOPIC, 'topic');
  const forms = new Map<string, CueWord>();
  for (const [verb, set] of classes) {
    for (const form of [verb, ...inflect(verb)]) {
      if (!forms.has(form))
        forms.set(form, {
          verb,
          classes: set,
          gerund: form !== verb && form.endsWith('ing'),
          plain: form === verb && !IRREGULAR[verb]?.includes(verb),
        });
    }
  }
  return forms;
}

/** Every form of every verb, in lower case. */
export const CUE_FORMS: ReadonlyMap<string, CueWord> = buildForms();

/** Verbs that mean speech and nothing else: safe to read without a "that". */
export const PLAIN_SPEECH = new Set(
  words(`
say add note explain state argue claim announce warn insist suggest admit acknowledge allege confirm declare reply respond recall testify concede conclude contend report quip joke stress emphasize emphasise deny reiterate remark assert
predict complain reveal disclose maintain tweet write tell boast lament caution confess assure remind inform estimate indicate affirm promise vow
`),
);

/** Texts that say things: the subject of "found", "showed". */
export const TEXTS = new Set(
  words(`
poll polls survey surveys study studies report reports analysis data documents document records record figures statistics research review investigation filing filings email emails e-mails memo letter tests results numbers estimate estimates
`),
);

/** Where and how something is said: after the verb, before what is said. */
export const SETTINGS = new Set(
  words(`
statement interview interviews email e-mail emails letter tweet tweets post news conference press release report memo speech address briefing call phone telephone twitter facebook instagram message meeting hearing court parliament testimony affidavit filing documents document
video blog book column editorial article op-ed note remarks debate rally event session appearance broadcast podcast radio television tv show program programme visit trip tour question questions reporters journalists media response reply comment comments announcement
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december week month year morning afternoon evening night day today yesterday tomorrow weekend time times ago
behalf condition anonymity stop summary analysis study paper survey update bulletin communique communiqué webcast teleconference conversation conversations text texts
`),
);

/** Days and spans of time that stand after the verb without a preposition. */
export const TIMES = new Set(
  words(`
monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier later recently again last this next late early week month year morning afternoon evening night weekend then also simply flatly bluntly repeatedly often once publicly privately
mon. tue. wed. thu. fri. sat. sun. jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. january february march april june july august september october november december
`),
);
