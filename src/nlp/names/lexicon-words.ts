/**
 * Words that tell what a capitalised phrase names and who is meant by a description. General knowledge; the shape of the
 * lists (titles, job nouns, company and place words, relations) follows ANNIE's gazetteers (Cunningham et al., ACL 2002).
 */
const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter(Boolean));
const phrases = (list: string): ReadonlySet<string> => new Set(list.split(',').map((entry) => entry.trim()));

/** Forms of address: never part of a name. Written without their full stop. */
export const TITLES = words(`
mr mrs ms miss mx messrs dr doc prof professor sir dame lord lady rev reverend fr father sister brother pastor rabbi imam sheikh sheik ayatollah
cardinal archbishop bishop pope hon honourable honorable judge justice sen senator sens rep reps representative congressman congresswoman gov governor
president premier chancellor minister mayor councillor councilor alderman ambassador consul secretary attorney mp mpp mla mep mk td msp
gen general col colonel lt lieutenant maj major capt captain sgt sergeant staff cpl corporal pte private pvt adm admiral cmdr commander cmdre
commodore brig brigadier marshal const constable cst det detective insp inspector supt superintendent dep deputy chief officer agent sheriff
coach king queen prince princess duke duchess emperor empress sultan emir tsar count baron baroness chairman chairwoman chair
speaker vice lead senior rookie coun atty pres sec amb supervisor nurse saint
`);
export const FEMALE_TITLES = words(
  `mrs ms miss lady dame sister queen princess duchess empress baroness congresswoman chairwoman madam madame`,
);
export const MALE_TITLES = words(
  `mr sir lord father brother king prince duke emperor sultan emir tsar count baron congressman chairman imam pope`,
);

/** Nouns for what a person is or does: the head of a role phrase or of a description. */
export const ROLE_NOUNS = words(`
academic accountant activist actor actress adviser advisor advocate agent aide ally ambassador analyst anchor anthropologist architect archbishop artist
assistant astronaut astronomer athlete attorney author baker banker barrister bassist biographer biologist bishop blogger boss boxer broadcaster broker brother builder businessman
businesswoman campaigner candidate captain cardinal carpenter catcher celebrity ceo cfo chair chairman chairperson chairwoman chancellor chef chemist chief cleric clerk
climatologist co-author co-chair co-director co-founder co-owner coach collector columnist comedian comic commander commentator commissioner composer congressman congresswoman conservationist constable
consul consultant contestant contractor coordinator coroner correspondent councillor councilman councilor councilwoman counsel counsellor counselor creator critic curator
customer cyclist dad dancer daughter dean defenceman defender defenseman delegate deputy designer detective developer dietitian diplomat director doctor dramatist driver
ecologist economist editor editor-in-chief educator employee engineer entrepreneur environmentalist envoy epidemiologist executive expert farmer father fellow fighter filmmaker
financier firefighter fisherman forward founder friend fundraiser general geologist geographer girlfriend boyfriend goalkeeper goalie goaltender golfer governor grandfather grandmother guard guitarist guide head
headmaster historian host hunter husband imam infielder inspector instructor intern inventor investigator investor jockey journalist judge justice keeper king lawmaker
lawyer lead leader lecturer legislator librarian lieutenant linebacker lobbyist magician magistrate manager marshal mayor mechanic mediator member midfielder minister miner
mla mp mpp model moderator mom mother mum musician naturalist negotiator neighbour neighbor nephew niece novelist nurse nutritionist observer ceos officer official ombudsman operator opponent
organiser organizer outfielder owner painter paramedic parent partner pastor pathologist patient pediatrician paediatrician performer pharmacist philanthropist philosopher photographer physician physicist
pianist pilot pitcher planner player playwright poet politician pollster pope premier presenter president priest prime-minister prince princess principal producer prof professor programmer
promoter prosecutor provost psychiatrist psychologist publicist publisher quarterback queen rabbi ranger rapper receiver rector referee regulator reporter representative
republican democrat researcher resident retiree rider roommate runner sailor scholar scientist screenwriter sculptor secretary senator sergeant sheriff singer sister skater skier skipper
sociologist soldier solicitor son songwriter speaker specialist spokesman spokesperson spokeswoman star statesman stepfather stepmother strategist striker student superintendent
supervisor surgeon surrogate survivor swimmer teacher teammate technician teen teenager tenant therapist trader trainer treasurer trustee tutor tycoon uncle aunt undersecretary
underwriter veteran veterinarian vet vice-president vice-chair vice-chairman victim violinist volunteer warden widow widower wife winger winner witness worker wrestler writer
whistleblower whistle-blower youtuber strongman dictator monarch emperor sultan sheikh general-secretary nominee running-mate mogul magnate oncologist cardiologist virologist
diplomat-in-chief chairmen cousin grandson granddaughter brother-in-law sister-in-law son-in-law daughter-in-law mother-in-law father-in-law pm md
`);
/** Role nouns of which the one at the left is a kind of the ones at the right, for "the official", "the diplomat". */
export const BROADER_ROLES: Readonly<Record<string, readonly string[]>> = {
  ambassador: ['diplomat', 'official', 'envoy'],
  envoy: ['diplomat', 'official'],
  consul: ['diplomat', 'official'],
  minister: ['official', 'politician', 'lawmaker', 'diplomat'],
  secretary: ['official'],
  undersecretary: ['official'],
  spokesman: ['official', 'spokesperson'],
  spokeswoman: ['official', 'spokesperson'],
  spokesperson: ['official', 'spokesman', 'spokeswoman'],
  president: ['leader', 'politician', 'executive', 'head'],
  premier: ['leader', 'politician', 'official'],
  chancellor: ['leader', 'politician'],
  leader: ['politician'],
  mp: ['lawmaker', 'politician', 'legislator', 'parliamentarian'],
  mla: ['lawmaker', 'politician', 'legislator'],
  senator: ['lawmaker', 'politician', 'legislator'],
  sen: ['senator', 'lawmaker', 'politician', 'legislator'],
  rep: ['congressman', 'congresswoman', 'representative', 'lawmaker', 'politician', 'legislator'],
  gov: ['governor', 'politician'],
  representative: ['lawmaker', 'congressman', 'congresswoman'],
  congressman: ['lawmaker', 'politician', 'legislator'],
  congresswoman: ['lawmaker', 'politician', 'legislator'],
  governor: ['politician', 'official'],
  mayor: ['politician', 'official'],
  councillor: ['politician'],
  candidate: ['politician', 'nominee'],
  nominee: ['candidate', 'politician'],
  commissioner: ['official'],
  director: ['official', 'executive', 'filmmaker'],
  chief: ['official', 'head'],
  ceo: ['executive', 'boss', 'businessman'],
  executive: ['official', 'boss'],
  chairman: ['executive', 'official'],
  professor: ['academic', 'expert', 'researcher', 'scholar', 'scientist'],
  prof: ['professor', 'academic', 'expert', 'researcher'],
  researcher: ['scientist', 'expert', 'academic'],
  scientist: ['researcher', 'expert'],
  economist: ['expert', 'analyst'],
  analyst: ['expert'],
  adviser: ['official', 'advisor', 'aide'],
  advisor: ['official', 'adviser', 'aide'],
  dr: ['doctor', 'physician', 'expert'],
  doctor: ['physician', 'expert'],
  physician: ['doctor', 'expert'],
  surgeon: ['doctor', 'physician'],
  lawyer: ['attorney', 'solicitor', 'counsel'],
  attorney: ['lawyer'],
  prosecutor: ['lawyer', 'official'],
  reporter: ['journalist'],
  correspondent: ['journalist', 'reporter'],
  editor: ['journalist'],
  actress: ['actor', 'star'],
  actor: ['star'],
  singer: ['star', 'musician', 'artist', 'performer'],
  rapper: ['musician', 'artist', 'star'],
  musician: ['artist'],
  golfer: ['player', 'athlete'],
  forward: ['player'],
  guard: ['player'],
  defenceman: ['player', 'defender'],
  goaltender: ['player', 'goalie'],
  quarterback: ['player'],
  coach: ['boss', 'manager'],
  const: ['constable', 'officer'],
  constable: ['officer'],
  sgt: ['sergeant', 'officer'],
  sergeant: ['officer'],
  det: ['detective', 'officer', 'investigator'],
  detective: ['officer', 'investigator'],
  insp: ['inspector', 'officer'],
  inspector: ['officer', 'investigator'],
  student: ['teen', 'teenager'],
  founder: ['entrepreneur'],
  businessman: ['entrepreneur', 'tycoon', 'mogul'],
  general: ['commander', 'officer'],
  gen: ['general', 'commander', 'officer'],
};
/** Description heads that fit any person of the gender at the right. */
export const MALE_NOUNS = words(
  'man boy father husband son brother spokesman chairman congressman actor king prince grandfather uncle businessman gentleman dad boyfriend widower nephew guy',
);
export const FEMALE_NOUNS = words(
  'woman girl mother wife daughter sister spokeswoman chairwoman congresswoman actress queen princess grandmother aunt businesswoman lady mom mum girlfriend widow niece',
);

/** Last words (or any word, for the strong ones) of an organisation's name. */
export const ORGANISATION_WORDS = words(`
academy administration agency airlines airways alliance army assembly associates association authority bank bancorp board brewery brigade broadcasting bureau cabinet caucus center centre
chamber church club coalition college commission committee company congress consortium consulting corp corporation council court crew daily department directorate embassy enterprises
exchange federation fbi foundation front fund gazette government group guard guild hall herald holdings hospital house inc incorporated industries initiative institute institution
insurance international journal laboratories laboratory league library limited llc llp lp ltd magazine media ministry mission movement museum navy network news nations office orchestra
organisation organization panel parliament partners partnership party plc police post press program project republic reuters resources restaurant school sciences secretariat senate
service services society solutions studio studios summit survey symphony syndicate systems taskforce team technologies telegraph theatre theater times treasury tribune tribunal trust
union united university ventures watch workers works energy motors pharmaceuticals records pictures entertainment airlines force games committee's affairs games sports championship cup
airport tour championships festival awards award prize act bill law constitution treaty agreement accord deal plan resolution amendment conference convention
images photos pictures magazine institutes cafe café hotel store stores market markets foods capital investments securities legion brotherhood clinic health healthcare security intelligence archives gallery
`);
/** Last words of a place's name. */
export const PLACE_WORDS = words(`
avenue bay beach boulevard bridge canal city coast county creek district drive east falls forest gulf harbor harbour heights highway hill hills island islands isle lake lane mountain mountains
north ocean parade park peninsula plaza point province railway range ridge river road sea shore south square state states station strait street territory town township valley village west woods
airport arena stadium cathedral castle desert port region zone garden gardens
`);

export const COUNTRIES = phrases(`
afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria, azerbaijan, bahamas, bahrain, bangladesh, barbados, belarus, belgium, belize, benin, bhutan, bolivia, bosnia, botswana,
brazil, britain, brunei, bulgaria, burkina faso, burma, burundi, cambodia, cameroon, canada, chad, chile, china, colombia, congo, costa rica, croatia, cuba, cyprus, czech republic, denmark, djibouti,
ecuador, egypt, el salvador, england, eritrea, estonia, ethiopia, europe, fiji, finland, france, gabon, gambia, germany, ghana, great britain, greece, greenland, grenada, guatemala, guinea, guyana, haiti, honduras, hong kong,
hungary, iceland, india, indonesia, iran, iraq, ireland, israel, italy, ivory coast, jamaica, japan, jordan, kazakhstan, kenya, kosovo, kuwait, kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya,
liechtenstein, lithuania, luxembourg, macedonia, madagascar, malawi, malaysia, maldives, mali, malta, mauritania, mauritius, mexico, moldova, monaco, mongolia, montenegro, morocco, mozambique, myanmar, namibia, nepal, netherlands, new zealand, nicaragua, niger, nigeria, north korea,
northern ireland, norway, oman, pakistan, palestine, panama, papua new guinea, paraguay, peru, philippines, poland, portugal, puerto rico, qatar, romania, russia, rwanda, saudi arabia, scotland, senegal, serbia, sierra leone,
singapore, slovakia, slovenia, somalia, south africa, south korea, south sudan, soviet union, spain, sri lanka, sudan, suriname, sweden, switzerland, syria, taiwan, tajikistan, tanzania, thailand, tibet, togo, trinidad, tunisia,
turkey, turkmenistan, uganda, ukraine, united arab emirates, united kingdom, united states, united states of america, america, uruguay, uzbekistan, vatican, venezuela, vietnam, wales, yemen, zambia, zimbabwe, africa, asia, middle east, latin america,
north america, south america, central america, us, usa, u.s, u.s., u.s.a., uk, u.k., u.k, eu, uae, dprk, prc, korea, gaza, west bank, crimea, chechnya, catalonia, kashmir, xinjiang
`);
export const PLACES = phrases(`
alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota,
mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas,
utah, vermont, virginia, washington, west virginia, wisconsin, wyoming, alberta, british columbia, manitoba, new brunswick, newfoundland, labrador, nova scotia, nunavut, ontario, prince edward island, quebec, québec, saskatchewan, yukon, northwest territories,
amsterdam, ankara, athens, atlanta, auckland, baghdad, baltimore, bangkok, barcelona, beijing, beirut, belfast, belgrade, berlin, birmingham, boston, brasilia, brisbane, brooklyn, brussels, bucharest, budapest, buenos aires, cairo, calgary, cambridge, cape town,
caracas, cardiff, charlotte, chicago, cincinnati, cleveland, cologne, copenhagen, dallas, damascus, delhi, denver, detroit, dhaka, doha, dubai, dublin, edinburgh, edmonton, fredericton, frankfurt, geneva, glasgow, guangzhou, halifax, hamilton, hamburg, hanoi, havana, helsinki,
hiroshima, houston, indianapolis, istanbul, jakarta, jerusalem, johannesburg, kabul, karachi, kiev, kyiv, kuala lumpur, lagos, lahore, las vegas, leeds, lima, lisbon, liverpool, london, los angeles, madrid, manchester, manhattan, manila, marseille, mecca, melbourne, memphis, mexico city, miami,
milan, milwaukee, minneapolis, mississauga, moscow, montreal, montréal, mumbai, munich, nairobi, naples, nashville, new delhi, new orleans, newark, oakland, oslo, ottawa, oxford, paris, perth, philadelphia, phoenix, pittsburgh, portland, prague, pretoria, pyongyang, regina, riga, rio, rio de janeiro, riyadh, rome,
rotterdam, sacramento, san antonio, san diego, san francisco, santiago, sao paulo, saskatoon, seattle, seoul, shanghai, singapore, sofia, st. louis, st. john's, stockholm, surrey, sydney, taipei, tallinn, tampa, tbilisi, tehran, tel aviv, tokyo, toronto, tripoli, tunis, ulaanbaatar, vancouver, venice, vienna, vilnius,
warsaw, wellington, windsor, winnipeg, zurich, bronx, queens, hollywood, wall street, downing street, capitol hill, silicon valley, n.s., n.b., b.c., ont., alta., sask., man., que., n.l., p.e.i., n.y., d.c., calif., fla., mass., conn., ill., pa., va., wash., ariz., colo., mich., minn., tex., nev., ore., wis.
white house, kremlin, pentagon, sea of japan, united nations
`);
export const DEMONYMS = words(`
afghan african albanian algerian american argentine argentinian armenian asian australian austrian azerbaijani bangladeshi basque belarusian belgian bolivian bosnian brazilian british briton bulgarian burmese cambodian canadian
catalan chadian chechen chilean chinese colombian congolese croatian cuban cypriot czech danish dutch ecuadorian egyptian english eritrean estonian ethiopian european filipino finnish french georgian german ghanaian
greek guatemalan haitian hungarian icelandic indian indonesian iranian iraqi irish israeli italian ivorian jamaican japanese jordanian kazakh kenyan korean kosovan kurdish kuwaiti laotian latin latvian lebanese liberian libyan lithuanian
malaysian malian maltese mexican moldovan mongolian moroccan mozambican nepalese nicaraguan nigerian norwegian omani pakistani palestinian panamanian paraguayan peruvian polish portuguese qatari romanian russian rwandan saudi scottish
scots senegalese serbian singaporean slovak slovenian somali spanish sri lankan sudanese swedish swiss syrian taiwanese tajik tanzanian thai tibetan tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh
yemeni zambian zimbabwean soviet arab western eastern northern southern republican democratic conservative labour liberal green jewish muslim christian catholic protestant islamic indigenous black white hispanic latino
democrat ndp tory gop federal north south new old former late
`);

/** Capitalised words that are no names: days, months, holidays. */
export const CALENDAR = words(`
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec christmas easter ramadan thanksgiving halloween spring summer autumn fall winter
`);
/** Inside a name between two capitalised words. */
export const PARTICLES = words(
  'van von der den de del della di da dos das du la le al el bin ibn ben abu ter ten zu y e af av st mc mac',
);
/** After a name. */
export const SUFFIXES = words('jr sr jr. sr. ii iii iv');

/** Unnamed sources, and nouns for bodies of people: spoken of as one speaker, never linked to a person. */
export const GROUP_NOUNS = words(`
administration agency agencies association authority authorities bank board body bureau campaign charity church city club coalition commission committee community company council country court crown department embassy family firm force
foundation government group hospital institute kremlin league media ministry museum office officials organisation organization pair panel parliament party police province report researchers school scientists server service sources state study survey poll team
town tribunal union university white-house network newspaper paper magazine outlet website statement lawsuit suit document documents bill letter regulator retailer airline carrier automaker publisher manufacturer maker
`);

/** Words that are written with a capital at the start of a sentence and are no names there. */
export const OPENING_WORDS = words(`
a about above according across actually additionally after afterwards again against ago ahead all almost along already also although always amid among an and another any anyone anything apart are around as aside ask asked at
away back based be because become been before behind being below beside besides between beyond both but by call can cannot certainly clearly could critics currently dear despite did do does doing don't down due during each earlier early
either else elsewhere enough especially even eventually ever every everybody everyone everything exactly except experts few fewer finally find first five following for former formerly four from further furthermore generally get give given go good
great had half happy has have having he hello hence her here hers herself high him himself his historically how however hundreds i i'm i've i'll if important in include included including indeed initially inside instead into investigators is isn't it it's its itself
just keep last late lately later least less let let's like likely little long look looking made mainly make many maybe me meanwhile might mine more moreover most mostly much must my myself near nearly neither never nevertheless
new newly next nine no nobody none nonetheless nor normally not nothing now nowadays obviously of off often oh ok okay on once one only onto opposite or originally other others otherwise our ours out outside over overall own part particularly past
people perhaps please police possibly presumably previously prior prosecutors published quite rather read really reasons recent recently regardless related remember researchers right same say says second see seven several shall she should show similarly since six so
some somebody someone something sometimes soon sorry speaking still such suddenly supporters sure take ten than thank thanks that that's the their theirs them themselves then there there's thereafter therefore these they they're they've thing things think this those though
thousands three through throughout thus till to today together tomorrow tonight too toward towards traditionally twelve twenty two typically ultimately under unfortunately unless unlike until up upon us used usually very via
want was we we're we've were well what what's whatever when whenever where whereas wherever whether which while who who's whoever whole whom whose why will with within without witnesses woman women work working would wouldn't writing yeah year years yes
yesterday yet you you're your yours yourself men man children students officials authorities lawyers teachers parents residents workers scientists doctors nurses voters protesters activists analysts
watch photo photos video image file listen exclusive breaking update updated correction opinion analysis editorial interview advertisement share continue caption
born accused asked added based built called caught convicted created described designed dressed facing forced found founded given known led located named needing noting organized pressed raised released seen sitting speaking standing taken told using
wearing western eastern northern southern
`);
