/**
 * Common given names by gender, in lower case without accents, from general knowledge of English-language and world
 * news. They tell a person's name from a company's and "he" from "she"; a name borne by both genders is in neither list.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter(Boolean));

const MALE_NAMES = words(`
aaron abdul abdullah abel abraham adam adolf adrian ahmad ahmed aidan akira alan albert aldo alejandro aleksandr alessandro
alex alexander alexandre alexei alexey alfonso alfred ali allan allen alvaro alvin amir anatoly anders andre andreas andrei
andres andrew andrey andy angelo angus anthony anton antonio antony archie arjun armando arnold arthur arturo arun ashraf austin
barack barry bart bashar basil ben benedict benjamin benny bernard bernd bernie bert bill billy bob bobby boris brad bradley
brandon brendan brent brett brian bruce bruno bryan byron caleb calvin cameron carl carlo carlos carlton cedric cesar chad charles
charlie chester chris christian christoph christophe christopher chuck claude clay clement cliff clifford clint clinton clyde colin connor
conor corey craig curt curtis cyril cyrus dale damian damon dan daniel daniele danny darrell darren darryl daryl dave david dean
dennis denis derek derrick desmond devin diego dieter dimitri dirk dmitri dmitry dominic dominique don donald doug douglas drew duane
duncan dustin dwayne dwight dylan earl ed eddie edgar eduardo edward edwin eli elias elijah elliot elliott elon emil emilio
emmanuel enrique eric erich erik ernest ernesto ernie ethan eugene evan evgeny fabian fabio faisal farid felipe felix ferdinand
fernando fidel finn florian floyd francesco francis francisco francois frank franklin franz fred frederic frederick fredrik
fyodor gabriel gareth garrett gary gavin gene geoff geoffrey george gerald gerard gerhard gerry gilbert giovanni giuseppe glen glenn
gordon graeme graham grant greg gregor gregory guido guillermo gunther gustav gustavo guy hamid hamza hank hans harold harris harry
harvey hasan hassan hector heinrich heinz helmut henri henrik henry herbert herman hiroshi howard hubert hugh hugo hussein ian
ibrahim ignacio igor ilya imran isaac isaiah ismail ivan jack jackson jacob jacques jaime jake jakob jamal james jan jared
jason javier jay jeb jeff jeffrey jens jeremiah jeremy jermaine jerome jerry jim jimmy joachim joao joaquin joe joel johan johann
john johnny jon jonas jonathan jong jordi jorg jorge jose josef joseph josh joshua juan juha julian julio julius jurgen justin
kai karim karl keith ken kenji kenneth kent kevin khaled khalid kirk klaus knut kofi konrad konstantin kristian kurt kyle lance larry lars
laurence laurent lawrence lee leo leon leonard leonardo leonid leroy leslie lester lev lewis liam lionel lloyd logan lorenzo lou louis
luc luca lucas luis luigi luiz lukas luke magnus mahmoud malcolm malik manfred manmohan manny manuel marc marcel marcelo marco marcos
marcus mariano mario marius mark markus marshall martin marty marvin masahiro mason massimo mateo matt matteo matthew matthias
maurice mauricio max maxim maxime maximilian mehdi mehmet mel michael michel mickey miguel mike mikhail milan miles milton mitch mitchell mitt
miroslav mohamed mohammad mohammed mohamad moises moses muhammad mustafa nadim narendra nate nathan nathaniel neal ned neil nelson
nicholas nick nicolas nigel nik nikita nikolai nikolas nils noah noam noel norbert norman oleg oliver olivier omar oscar osama otto
owen pablo paolo pascal pat patrick paul pavel pedro perry pete peter petr phil philip philippe phillip pierre piotr preston
quentin quincy rafael rahul raj rajesh ralf ralph ramon randall randy raphael rashid raul ravi ray raymond reggie reginald reinhard
rene rex ricardo richard rick ricky rob robbie robert roberto robin rod roderick rodney rodrigo roger roland rolf roman romain ron
ronald ronnie rory ross roy rudolf rudy rupert russ russell ryan saad salman salvador sam samir samuel sandro sandy sanjay santiago saul
scott sean sebastian seth seamus serge sergei sergey sergio shane shaun shawn shimon sidney silvio simon solomon spencer stan stanley stefan stefano
stefanos stephane stephen sterling steve steven stuart sven sylvain syed takeshi tariq taro ted terence terrence terry thabo theo theodore thierry
thomas tim timo timothy toby todd tom tomas tommy toni tony travis trevor tristan troy tyler tyrone ulf ulrich umberto vaclav
valentin vasily vernon victor viktor vijay vince vincent vincenzo vinod vitaly vito vladimir volker wade wallace walt walter warren wayne
wendell werner wesley wilfred wilhelm will willem william willie willy winston wolfgang woody xavier yasser yiannis youssef yuri yusuf yves
zachary zack zane zoltan yoshihide shinzo fumio vyacheslav yevgeny gennady ehud benyamin binyamin benjamin recep tayyip jair evo rishi sajid
keir wes wilbur harlan dirk seumas hamish callum ewan fergus declan eamon padraig niall cormac darragh ruairi
morgan brock brody chase cody cole cooper dalton darius deandre demetrius dontae garth gus jalen jamie jarrod kobe lamar lebron malachi
marquis nolan reid rhett ricardo rocco roscoe rowan silas skip terrell tobias trent tucker tyson vaughn zion ozzie
`);

const FEMALE_NAMES = words(`
abigail ada adele adriana agnes aicha aisha alana alba alessandra alexandra alexandria alexa alexis alice alicia alina alison allison alma
alyssa amal amalia amanda amara amber amelia amelie amina amira amy ana anastasia andrea angela angelica angelina angie anika anita anja ann
anna annabel anne annette annie antonia april ariana arlene ashley asma astrid audrey aung ava barbara beata beatrice beatriz becky belinda
bernadette beth bethany betsy betty beverly bianca birgit bonnie brenda briana bridget brigitte britney brittany brooke camila camilla
candace cara carla carly carmen carol carole carolina caroline carolyn carrie cassandra catherine cathy cecilia celeste celia celine
charlene charlotte chelsea cheryl chloe christa christiane christie christina christine chrystia cindy claire clara clare claudia colette colleen
condoleezza connie constance cora corinne courtney cristina crystal cynthia dagmar daisy dana daniela danielle daphne dawn debbie
deborah debra deirdre delia denise desiree diana diane dianne dina dolores donna dora doreen doris dorothea dorothy edith eileen ekaterina elaine
eleanor elena elisa elisabeth elise eliza elizabeth ella ellen ellie eloise elsa emilia emily emma erica erika erin esmeralda esperanza estelle
esther ethel eugenia eva evelyn faith fatima fatou felicia felicity fiona flora florence frances francesca francine freya frida gabriela
gabriella gabrielle gail galina gemma genevieve georgia georgina geraldine germaine gertrude gillian gina giorgia giulia gladys glenda
gloria grace graciela greta gretchen guadalupe gwen hadley hannah harriet hazel heather heidi helen helena helene helga henrietta hilary hilda hillary holly
hope ida ilana ilse imelda inez ingrid irene irina iris irma isabel isabella isabelle isobel ivana ivanka ivy jacinda jackie jacqueline jane
janelle janet janice jasmine jean jeanette jeanne jen jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn jodi jodie johanna josephine
joy joyce juana juanita judith judy julia juliana julie juliet juliette june kamala karen karin karina karla kate katarina katerina katharina katharine katherine
kathleen kathryn kathy katie katja katrina kay kayla keiko kelly kellyanne kelsey kendra kerry kimberly kirsten kristen kristin kristina kristine krystal lana lara
larissa laura lauren laurie layla lea leah leila lena leonor lesley leticia lidia lila lillian lily linda lindsay lindsey ling lisa liz loretta
lori lorraine louisa louise lourdes lucia lucie lucille lucinda lucy luisa luz lydia lynda lynn lynne mabel madeleine madeline madison maggie
maha maja malala mandy manon mara marcela marcia margaret margarita margot maria mariam mariana marianne marie marilyn marina marion marissa
marjorie marlene marta martha martina mary maryam matilda maureen maxine maya meagan megan meghan melanie melania melinda melissa mercedes meredith
mia michaela michele michelle mildred millie mimi mindy miranda miriam molly mona monica monique moira muriel myra myriam nadia nadine nancy naomi
natalia natalie natasha nathalie nell nicola nicole nicolette nikki nina noelle nora noreen norma octavia odette olga olive olivia ophelia oprah paige pamela paola
patrice patricia patsy patti patty paula paulina pauline pearl peggy penelope penny petra philippa phoebe phyllis pilar polly portia prisca priscilla priya priyanka
rachel ramona rania rebecca regina renata renee rhonda rita roberta rochelle romy rosa rosalind rosalie rosanna rose rosemary rosie roxanne ruby ruth sabina
sabine sabrina sadie saleha sally salma samantha samira sandra sara sarah saskia selena selina serena shannon sharon sheila shelley shelly sherry
shirley sigrid silvia simone sinead sofia sondra sonia sonja sonya sophia sophie stacey stacy stella stephanie sue summer susan susana susanna susanne
suzanne suzy svetlana sybil sylvia sylvie tabitha tamara tammy tania tanya tara tatiana tatyana teresa teri tess tessa thea thelma theresa therese tiffany tina toni tracey
traci tracy trisha trudy tulsi uma ursula valentina valeria valerie vanessa vera verena veronica vicki vicky victoria viola violet virginia vivian
viviane wanda wendy whitney wilhelmina wilma winifred winnie yasmin yasmine yolanda yoko yuki yulia yvette yvonne zainab zara zoe zsofia sanna erna mette kaja ursula
annika annegret magdalena malgorzata agnieszka katarzyna nikki huma michaele jodi tammie eugenie meryl aretha beyonce rihanna adele kim
rashida ilhan ayanna pramila nydia sheryl gwyneth scarlett keira sigourney
`);

/** Given names of people of either gender. */
export const SHARED_NAMES = words(`
alex ali andrea angel ariel ashley avery bailey blake cameron carey casey chris dakota dana dominique drew elliott emerson francis frankie
gale hayden jackie jaime jamie jan jean jess jesse jessie jo jordan jules kai kelly kim kerry lee leigh leslie lindsay logan lynn marion mackenzie morgan
nicola nikita noel parker pat patrice peyton quinn reese riley robin rory rowan sacha sam sandy sasha shannon shawn shea sidney skyler stacy
sydney taylor terry toby toni tracy val simone
min-jun ji-woo yoon wei jing yu li ming hong xin lin ping hui fang jun chen yan
`);

export type Gender = 'male' | 'female';

/** The gender that a given name tells (without accents, any case), or null where it tells none. */
export function genderOf(given: string): Gender | null {
  const name = fold(given);
  if (SHARED_NAMES.has(name)) return null;
  const male = MALE_NAMES.has(name);
  const female = FEMALE_NAMES.has(name);
  if (male === female) return null;
  return male ? 'male' : 'female';
}

export function isGivenName(word: string): boolean {
  const name = fold(word);
  return MALE_NAMES.has(name) || FEMALE_NAMES.has(name) || SHARED_NAMES.has(name);
}

const ASCII = /^[A-Za-z.'-]*$/u;

/** Lower case, accents off. */
export function fold(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
