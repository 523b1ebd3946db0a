/** What the ranker sees of a candidate sentence, as numbers of order one. The names are those of the weights file. */
export const FEATURES = [
  'sentence', // BM25 of the sentence, over the question's whole idf; so the next three
  'passage',
  'article',
  'title',
  'sentenceTop', // the same over the best candidate's
  'passageTop',
  'articleTop',
  'articleTotal', // score of the article (best passage, whole and title together) over the best article's
  'articleRank', // 1 for the best article, 1/2 for the second …
  'coverage', // share of the question's idf in the sentence
  'related', // … that only words of the same family meet
  'before', // … that only the sentence before has
  'linked', // … that nobody says but somebody mentioned here bears ("the ambassador", "he")
  'after', // … that only the sentence after has
  'titled', // … that only the title has
  'complete', // every term of the question is in the sentence, or borne by somebody mentioned there
  'coverName', // share of the idf of the question's names, nouns, verbs and numbers
  'coverNoun',
  'coverVerb',
  'coverNumber',
  'nearName', // names, with the sentences around and the title
  'head', // has the noun that is asked for
  'rarest', // has the question's rarest term; half when a neighbour has it
  'pairs', // share of neighbouring terms of the question that are neighbours here
  'order', // met terms in the order of the question
  'closeness', // how tightly the met terms stand together
  'evidence', // has something of the kind that is asked for and not in the question
  'evidenceNear', // … and how closely the met terms surround it
  'vote', // the same answer stands in other good candidates
  'voters', // … of so many other articles
  'cross', // share of its own words that good candidates of other articles have too
  'outdone', // has nothing of the kind asked for, while another candidate has it and meets the question as well
  'member', // has a member of the class that is asked for ("which state"), one that the question does not have
  'memberless', // has none though the class is known
  'soft', // share of the question's idf that only words of like meaning meet
  'softBefore', // … that words of the sentence before meet
  'kind', // its own words are like the noun that is asked for ("vegetable", "lettuce")
  'kindName', // … the capitalised ones
  'theme', // its own words are like the whole question
  'titleName', // idf of a name that it shares with the title and not with the question
  'dense', // share of the question's idf within ten terms
  'run', // terms of the question in a row, over all of them
  'coverageSquared',
  'besideHead', // something of the wanted kind stands beside the noun that is asked for
  'besideVerb', // … beside a verb of the question
  'fullName', // has a name of several words, for questions after a person
  'own', // idf of words that the question does not have, over that of an unknown word, logarithmic
  'length', // in words, logarithmic
  'short',
  'long',
  'lead', // stands at the start of its article
  'opens', // … of its paragraph
  'pronoun', // opens with a pronoun while the sentence before has terms of the question
  'question', // asks something itself
  'unended', // no full stop: a heading, a caption
  'date', // has, or was printed at, a date that the question names
  'days4', // printed in the four days before the day of asking; so the others by age, in collections that are kept up to date
  'days15',
  'days400',
  'recent', // printed in the 15 days before, for questions about "this week" and the like
  'stale', // printed before that, for such questions
  'age', // days, logarithmic
] as const;

export type FeatureName = (typeof FEATURES)[number];
export type Features = Readonly<Record<FeatureName, number>>;
