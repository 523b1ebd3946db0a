/**
 * British spellings brought to their American ones, so that a question in one finds an article in the other. Only what is
 * regular, or common in news, is here: a word that is left as it is loses nothing but this.
 */

/** Before "our" in words whose American form has "or"; an ending may follow ("favourite", "neighbouring"). */
const OUR =
  /^((?:dis|mis|un|re|multi|discol)?(?:arb|ard|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|savi|sav|splend|tum|val|vap|vig))our/;
/** "-ise" and "-isation" after three letters or more, the last a consonant or a vowel that is no part of one sound with the i. */
const ISE = /^([a-z]{2,}[bcdfghjklmnpqrtvwxyz])is(e|es|ed|ing|er|ers|able|ation|ations|ational)$/;
/** What stands before the "ise" of words that are written so on both sides. */
const ALWAYS_ISE =
  /w$|^(?:un|over|dis|im|re|immuno|earth|sun|up)?(?:advert|adv|appr|chast|circumc|compr|comprom|dem|den|desp|dev|enfranch|enterpr|exc|exerc|expert|franch|improv|inc|merchand|mort|parad|prec|prem|prom|conc|pr|r|rev|superv|surm|surpr|telev|treat|cr|promot)$/;
/** Other beginnings of words, and whole words, in pairs. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [
    /^(epi|kilo|milli|centi|nano|baro|thermo)?(cent|theat|met|lit|fib|calib|sab|spect|lust|meag|sepulch|och)re(s?)$/,
    '$1$2er$3',
  ],
  [/^(def|off|pret)ence/, '$1ense'],
  [/^licence/, 'license'],
  [/^practis/, 'practic'],
  [/^(cata|ana)logu(?:e(?=s?$)|(?=e[rd]|ing))/, '$1log'],
  [/^programmes?$/, 'program'],
  [/^(paral|anal|catal|dial)yz/, '$1ys'],
  [/^(an|leuk|hypoglyc|septic)aem/, '$1em'],
  [/^haem(?=[ao])/, 'hem'],
  [/^(ortho|encyclo)?paed/, '$1ped'],
  [/^gynaec/, 'gynec'],
  [/^(medi|prim)aev/, '$1ev'],
  [/^archeo/, 'archaeo'],
  [/^oestr/, 'estr'],
  [/^foet/, 'fet'],
  [/^diarrhoea/, 'diarrhea'],
  [/^manoeuv(?:re|r)/, 'maneuver'],
  [/^oesoph/, 'esoph'],
  [/^(aero)plane/, 'airplane'],
  [/^aluminium/, 'aluminum'],
  [/^plough/, 'plow'],
  [/^sceptic/, 'skeptic'],
  [/^mould(?=s|ed|ing|y|$)/, 'mold'],
  [/^grey(?=s$|er|ish|$)/, 'gray'],
  [/^jewellery/, 'jewelry'],
  [/^pyjama/, 'pajama'],
  [/^moustache/, 'mustache'],
  [/^cosy$/, 'cozy'],
  [/^kerbs?$/, 'curb'],
  [/^(enrol|fulfil|instal|distil|enthral)(ment|ments|s)?$/, '$1l$2'],
  [/^(ski|wi)lful/, '$1llful'],
];

/** Any of them: most words begin like none, and are asked only once. */
const SOME = new RegExp(BEGINNINGS.map(([{ source }]) => source).join('|'));

/** A word in small letters as it is spelled in America. Words of both sides come out the same, not always as a dictionary has them. */
export function american(word: string): string {
  if (word.length < 4) return word;
  let found = word.includes('our') ? word.replace(OUR, '$1or') : word;
  if (SOME.test(found)) for (const [beginning, other] of BEGINNINGS) found = found.replace(beginning, other);
  const ise = found.includes('is') ? ISE.exec(found) : null;
  return ise && !ALWAYS_ISE.test(ise[1]!) ? `${ise[1]}iz${ise[2]}` : found;
}
