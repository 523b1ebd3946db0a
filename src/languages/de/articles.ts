import type { articles as english } from '../en/articles.ts';
import type { Translation } from '../types.ts';

/** The replies of `/article` and of “Find in articles”. */
export const articles = {
  'article.none': 'Ich habe noch keine Artikel.',
  'article.count': { one: '**Ein Artikel**', other: '**{n} Artikel, die neuesten zuerst**' },
  'article.listed': '{count} (die neuesten {listed} sind aufgelistet)',
  'article.read': 'Einen lesen',
  'article.readNewest': 'Einen der {listed} neuesten lesen',
  'article.others': 'Um einen anderen zu öffnen, gib Wörter seines Titels bei der Option „{option}“ ein.',
  'article.length': { one: '{n} Zeichen', other: '{n} Zeichen' },
  'article.all': 'Alle Artikel',
  'article.anonymous': 'Verfasser unbekannt',

  'find.empty': 'In dieser Nachricht stehen keine Wörter zum Suchen: Bitte wähl eine mit Text.',
  'find.exact': '**Gefunden, Wort für Wort.**',
  'find.altered': '**Gefunden, aber nicht Wort für Wort.**',
  'find.left': 'fehlt in der Nachricht: „{words}“',
  'find.added': 'nicht im Artikel: „{words}“',
  'find.changed': 'im Artikel steht „{article}“, in der Nachricht „{message}“',
  'find.more': { one: 'und {n} weiterer Unterschied', other: 'und {n} weitere Unterschiede' },
  'find.none': '**Diese Worte stehen nicht in den Artikeln.**',
  'find.near': 'Die Sätze, die am nächsten kommen:',
  'find.far': 'Es kommt ihnen auch kein Satz nahe.',
} as const satisfies Translation<typeof english>;
