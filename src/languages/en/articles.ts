/** The replies of `/article` and of “Find in articles”. */
export const articles = {
  'article.none': 'I have no articles yet.',
  'article.count': { one: '**One article**', other: '**{n} articles, newest first**' },
  'article.listed': '{count} (the newest {listed} are listed)',
  'article.read': 'Read one',
  'article.readNewest': 'Read one of the newest {listed}',
  'article.others': 'To open another one, type words of its title into the option “{option}”.',
  'article.length': { one: '{n} character', other: '{n} characters' },
  'article.all': 'All articles',
  'article.anonymous': 'Author unknown',

  'find.empty': 'That message has no words to look for: please choose one with text.',
  'find.exact': '**Found, to the letter.**',
  'find.altered': '**Found, but not to the letter.**',
  'find.left': 'left out of the message: “{words}”',
  'find.added': 'not in the article: “{words}”',
  'find.changed': 'the article has “{article}”, the message “{message}”',
  'find.more': { one: 'and {n} more difference', other: 'and {n} more differences' },
  'find.none': '**These words are not in the articles.**',
  'find.near': 'Sentences that come nearest:',
  'find.far': 'No sentence comes near them, either.',
} as const;
