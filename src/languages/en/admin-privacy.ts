/** What people are told of what is kept about them: `/privacy`. */
export const adminPrivacy = {
  'privacy.choose': 'Please choose one of: show, give, forget.',
  'privacy.heading': '**Kept about you**',
  'privacy.votes': {
    one: 'one vote on answers (Helpful, Not helpful), each for half a year',
    other: '{n} votes on answers (Helpful, Not helpful), each for half a year',
  },
  'privacy.noVotes': 'no votes on answers (Helpful, Not helpful), each for half a year',
  'privacy.questions': '{questions} in the question logs of {places}, of which {worded}',
  'privacy.count.questions': { one: 'one question', other: '{n} questions' },
  'privacy.count.noQuestions': 'no questions',
  'privacy.count.places': { one: 'one place', other: '{n} places' },
  'privacy.count.noPlaces': 'no places',
  'privacy.worded': { one: '{n} with its words', other: '{n} with their words' },
  'privacy.unworded': 'none with their words',
  'privacy.here': '**Here:** {kept}',
  'privacy.server': '**On this server:** {kept}',
  'privacy.off': 'no questions are kept.',
  'privacy.kept.words': {
    one: 'a question is kept for one day, with its words: the command, the day and time, whether it was answered, and which articles and speakers were quoted.',
    other:
      'a question is kept for {n} days, with its words: the command, the day and time, whether it was answered, and which articles and speakers were quoted.',
  },
  'privacy.kept.counted': {
    one: 'a question is kept for one day, without its words: the command, the day and time, whether it was answered, and which articles and speakers were quoted.',
    other:
      'a question is kept for {n} days, without its words: the command, the day and time, whether it was answered, and which articles and speakers were quoted.',
  },
  'privacy.code':
    '**How you are written there:** not by name and not by your id, but by a code that is made from your id with a secret key (HMAC-SHA-256). It tells your entries from those of others, so that they can be found for you, and without the key nobody can tell from it who you are.',
  'privacy.admins':
    '**What administrators see:** how many questions were asked, how many were answered, which articles and speakers were quoted, and, only where a server has switched that on, the words of questions that were not answered. Never who asked. Answers themselves are in Discord’s messages alone.',
  'privacy.how': '/privacy give sends you everything as a file, /privacy forget deletes it.',
  'privacy.nothing': '**Nothing is kept about you.**',
  'privacy.given': '**Everything that is kept about you.** “voter” and “asker” are the code that stands for you.',
  'privacy.givenNothing': '**Nothing is kept about you.** The file says the same.',
  'privacy.file': 'What is kept about you',
  'privacy.sure': '**Delete {votes} and {questions}?** That cannot be undone.',
  'privacy.count.votes': { one: 'one vote', other: '{n} votes' },
  'privacy.count.noVotes': 'no votes',
  'privacy.yes': 'Delete all of it',
  'privacy.no': 'Keep it',
  'privacy.deleted': {
    one: '**Deleted:** one entry. Nothing about you is left. What you ask from now on is kept as before.',
    other: '**Deleted:** {n} entries. Nothing about you is left. What you ask from now on is kept as before.',
  },
  'privacy.deletedNothing':
    '**Deleted:** no entries. Nothing about you is left. What you ask from now on is kept as before.',
  'privacy.kept': '**Nothing was deleted.**',
} as const;
