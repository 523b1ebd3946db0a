/** Members of the classes that questions name ("which state", "what month"): general knowledge, for what has few members. */
const list = (names: string): string[] => names.split('|').map((name) => name.trim());

const STATES = list(
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|' +
    'Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|' +
    'New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|' +
    'South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming',
);
const COUNTRIES = list(
  'Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|Bahrain|Bangladesh|Barbados|' +
    'Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia|Botswana|Brazil|Brunei|Bulgaria|Burkina Faso|Burma|Burundi|Cambodia|Cameroon|' +
    'Canada|Chad|Chile|China|Colombia|Congo|Costa Rica|Croatia|Cuba|Cyprus|Czech Republic|Czechia|Denmark|Djibouti|Dominican Republic|' +
    'East Timor|Ecuador|Egypt|El Salvador|England|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France|Gabon|Gambia|Germany|Ghana|' +
    'Greece|Greenland|Grenada|Guatemala|Guinea|Guyana|Haiti|Honduras|Hong Kong|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|' +
    'Italy|Ivory Coast|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|' +
    'Liechtenstein|Lithuania|Luxembourg|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Mauritania|Mauritius|Mexico|Moldova|Monaco|' +
    'Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Korea|' +
    'North Macedonia|Northern Ireland|Norway|Oman|Pakistan|Palestine|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|' +
    'Portugal|Puerto Rico|Qatar|Romania|Russia|Rwanda|Samoa|Saudi Arabia|Scotland|Senegal|Serbia|Sierra Leone|Singapore|Slovakia|' +
    'Slovenia|Somalia|South Africa|South Korea|South Sudan|Soviet Union|Spain|Sri Lanka|Sudan|Suriname|Sweden|Switzerland|Syria|Taiwan|' +
    'Tajikistan|Tanzania|Thailand|Tibet|Togo|Tonga|Trinidad|Tunisia|Turkey|Turkmenistan|Uganda|Ukraine|United Arab Emirates|' +
    'United Kingdom|United States|Uruguay|Uzbekistan|Vanuatu|Vatican|Venezuela|Vietnam|Wales|Yemen|Zambia|Zimbabwe|Britain|U\\.K\\.|UK|' +
    'U\\.S\\.|USA|US|America|Korea|Persia|Prussia',
);
const CONTINENTS = list('Africa|Antarctica|Asia|Australia|Europe|North America|South America|Oceania');
const MONTHS = list('January|February|March|April|May|June|July|August|September|October|November|December');
const DAYS = list('Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday');
const COLOURS = list(
  'red|blue|green|yellow|white|black|brown|orange|purple|pink|gr[ae]y|gold|silver|violet|crimson|scarlet|turquoise|beige',
);
const PLANETS = list('Mercury|Venus|Earth|Mars|Jupiter|Saturn|Uranus|Neptune|Pluto');
const LANGUAGES = list(
  'English|Spanish|French|German|Italian|Portuguese|Dutch|Latin|Greek|Russian|Chinese|Mandarin|Cantonese|Japanese|Korean|Arabic|Hebrew|' +
    'Hindi|Urdu|Bengali|Persian|Turkish|Polish|Swedish|Norwegian|Danish|Finnish|Irish|Welsh|Gaelic|Catalan|Sanskrit|Tamil|Swahili|' +
    'Yiddish|Aramaic|Basque|Romanian|Hungarian|Czech|Ukrainian|Vietnamese|Thai|Malay|Tagalog|Quechua',
);

/** The longest first, so that "South Sudan" is not read as Sudan. */
function oneOf(members: readonly string[], flags = 'gu'): RegExp {
  const longest = [...members].sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longest.join('|')})(?!\\p{L})`, flags);
}

const CLASSES: readonly (readonly [RegExp, RegExp])[] = [
  [/^states?$/i, oneOf(STATES)],
  [/^(?:countr(?:y|ies)|nations?)$/i, oneOf(COUNTRIES)],
  [/^continents?$/i, oneOf(CONTINENTS)],
  [/^months?$/i, oneOf(MONTHS)],
  [/^days?$/i, oneOf(DAYS)],
  [/^colou?rs?$/i, oneOf(COLOURS, 'giu')],
  [/^planets?$/i, oneOf(PLANETS)],
  [/^languages?$/i, oneOf(LANGUAGES)],
  [/^years?$/i, /\b(?:1\d|20)\d{2}\b/gu],
  [/^(?:decades?|century|centuries)$/i, /\b(?:1\d|20)\d0s\b|\b\d+(?:st|nd|rd|th) century\b|\b(?:1\d|20)\d{2}\b/gu],
];

/** What the members of the class look like that a noun names ("country", "months"); null for a class that is not known. */
export function membersOf(noun: string | null): RegExp | null {
  return noun === null ? null : (CLASSES.find(([name]) => name.test(noun))?.[1] ?? null);
}

/** Whether words hold a member of a class that the question does not name itself. */
export function hasMember(words: string, members: RegExp, known: (word: string) => boolean): boolean {
  for (const [found] of words.matchAll(members)) {
    if (!found.split(/[^\p{L}\p{N}]+/u).every((word) => word === '' || known(word))) return true;
  }
  return false;
}
