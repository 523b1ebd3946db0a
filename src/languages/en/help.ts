/** The reply of `/help`. */
export const help = {
  'help.start':
    '**I answer from news articles, in their own words.** Every answer is a quotation that can be checked. When the articles don’t say, I say so.',
  'help.entry': '**{name}** {description}',
  'help.example': '{entry}, for example: {example}',
  'help.menu': 'hold or right-click a message › Apps › {name}',
  'help.find': 'Looks for what a message says in the articles',
  'help.check': 'Says whether a quotation in a message was really said',
  'help.mention': 'You can also mention me in a message with your question, or write to me directly.',
  'help.reading':
    '**How to read an answer.** The block quote is the article to the letter; the answering words are bold. The numbered line below names the article, its publisher and the day it was published. **{context}** shows the sentences around it, **{proof}** where the words stand and how to check them yourself.',

  'help.admins': '**For you, who manage this server:**',
  'help.managers': '**For you, who manage the articles of this server:**',
  'help.direct':
    'Direct messages have no settings: there, I answer from the articles that came with me, with everything set as at the start.',

  'help.votes':
    'Privacy: kept is how an answer was voted ({helpful}, {unhelpful}), for half a year and under a code in place of your id.',
  'help.countedHere': {
    one: 'Here, questions are counted for one day, without their words.',
    other: 'Here, questions are counted for {n} days, without their words.',
  },
  'help.keptHere': {
    one: 'Here, questions are counted for one day, with their words.',
    other: 'Here, questions are counted for {n} days, with their words.',
  },
  'help.counted': {
    one: 'On this server, questions are counted for one day, without their words.',
    other: 'On this server, questions are counted for {n} days, without their words.',
  },
  'help.kept': {
    one: 'On this server, questions are counted for one day, with their words.',
    other: 'On this server, questions are counted for {n} days, with their words.',
  },
  'help.privacy':
    'Questions and answers are in Discord’s messages. /privacy shows, gives and deletes what is kept about you.',
} as const;
