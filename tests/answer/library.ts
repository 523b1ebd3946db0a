import { createLibrary } from '../../src/answer/answer.ts';
import type { Library } from '../../src/answer/types.ts';
import { corpusOf } from '../../src/corpus/corpus.ts';
import type { Reader } from '../../src/nlp/nlp.ts';

/** A made-up news desk: five short articles of one week, two of which tell the same event. */
const ARTICLES = [
  {
    id: 'bridge',
    title: 'Old Bridge at Veldt Closed After Inspection',
    published: '2021-03-10',
    source: 'Veldt Courier',
    text: `The old bridge at Veldt was closed on Tuesday after engineers found cracks in two of its pillars.

Mayor Ilse Brandt said the crossing would stay shut for at least six weeks. "We do not gamble with lives," Brandt said.

About 14,000 vehicles use the bridge every day, according to the roads office. It was built in 1931.

Repairs are expected to cost 3.2 million euros.`,
  },
  {
    id: 'ferry',
    title: 'Ferry to Replace Veldt Bridge',
    published: '2021-03-12',
    source: 'Harbour Post',
    text: `A ferry will carry pedestrians across the Ossel while the bridge is repaired, harbour master Tomas Lindqvist told reporters on Friday.

The bridge was closed on Tuesday because engineers had found cracks in its pillars. He said the ferry would run every ten minutes.

“Nobody should have to walk twelve kilometres to school,” Lindqvist said.`,
  },
  {
    id: 'election',
    title: 'Council Election Set for June',
    published: '2021-03-11',
    source: 'Veldt Courier',
    text: `Veldt will elect a new council on 6 June, the electoral office announced on Thursday.

The vote had been postponed twice because of the floods of 2020. Turnout was 48 percent in the last election.`,
  },
] as const;

export function libraryOf(reader: Reader, records: Parameters<typeof corpusOf>[0] = ARTICLES): Library {
  return createLibrary(corpusOf(records), reader);
}
