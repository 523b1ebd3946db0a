import type { answers as english } from '../en/answers.ts';
import type { Translation } from '../types.ts';

/** What stands in the replies of every command that quotes: sources, periods, refusals, proofs; and the answers of `/ask`. */
export const answers = {
  'words.row': '{before}, {next}',
  'words.sentences': '{before} {next}',
  'words.long': 'Das sind {length} Zeichen; bitte schreib höchstens {most}.',
  'words.none': 'Bitte gib bei „{option}“ Wörter an, etwa „summit“.',
  'words.server': 'Das betrifft einen Server: Bitte verwende es auf einem.',

  'option.about': 'thema',
  'option.article': 'artikel',
  'option.from': 'von',
  'option.to': 'bis',
  'option.topic': 'thema',

  'period.between': 'vom {from} bis zum {to}',
  'period.from': 'ab dem {from}',
  'period.to': 'bis zum {to}',
  'period.unread':
    'Ich kann „{option}“ nicht als Datum lesen. Diese Formen gehen: 2019, 2019-09, 2019-09-10 oder 10 Sep 2019.',
  'period.noDay':
    'Den Tag, der bei „{option}“ steht, gibt es nicht. Diese Formen gehen: 2019, 2019-09, 2019-09-10 oder 10 Sep 2019.',
  'period.swapped':
    '„{from}“ ({first}) liegt nach „{to}“ ({last}): Bitte vertausche beide oder erweitere den Zeitraum.',

  'source.title': '„{title}“',
  'source.line': '{title} – {publisher}, {published}',
  'source.anonymous': '{title}, {published}',
  'source.published': 'erschienen am {date}',
  'source.undated': 'Erscheinungsdatum unbekannt',
  'source.label': '{title} ({date})',
  'source.link': '{title} ([öffnen]({page}))',
  'source.also': 'Auch in {source}',
  'source.more': { one: 'und {n} weiterer', other: 'und {n} weitere' },
  'source.inMore': { one: 'und in {n} weiterem', other: 'und in {n} weiteren' },
  'source.rest': { one: 'und {n} weiterer: siehe `/artikel`', other: 'und {n} weitere: siehe `/artikel`' },
  'source.missing':
    'Diesen Artikel habe ich nicht, vielleicht wurde er entfernt. Bitte wähl einen aus der Liste, die sich beim Tippen öffnet.',
  'source.several':
    'Mehrere Artikel passen zu diesem Titel. Bitte wähl einen aus der Liste, die sich beim Tippen öffnet.',

  'evidence.context': 'Kontext',
  'evidence.inContext': 'Im Kontext',
  'evidence.proof': 'Beleg',
  'evidence.gone': 'Dieser Artikel gehört nicht mehr zur Sammlung. Bitte frag noch einmal.',
  'evidence.changed': 'Die Quelle hat sich geändert, seit das gezeigt wurde. Bitte frag noch einmal.',
  'proof.gone': '**Kein Beleg: Die Quelle ist nicht mehr da**\nDer Artikel gehört nicht mehr zur Sammlung.',
  'proof.changed':
    '**Die Quelle hat sich geändert**\nAls das gezeigt wurde, begann der SHA-256-Wert des Artikeltexts mit {before}; jetzt ist er {now}. Bitte frag noch einmal, um eine Antwort aus dem jetzigen Text zu bekommen.',
  'proof.removed': '**Die Quelle wurde seither entfernt.** So lauteten ihre Worte, als das gezeigt wurde.',
  'proof.since':
    '**Die Quelle hat sich seither geändert.** So lauteten ihre Worte, als das gezeigt wurde; der SHA-256-Wert ihres Texts ist jetzt `{hash}`.',
  'proof.facts':
    '**Artikel** {article}\n**SHA-256 seines Texts** `{hash}`\n**Zeichen** {start} bis {end} von {length}, das sind {count}\n**So lässt es sich prüfen:** Der Text des Artikels hat den obigen SHA-256-Wert (UTF-8), und `text.slice({start}, {end})` ergibt in JavaScript die fett gedruckten Worte, Buchstabe für Buchstabe.',

  'ask.empty': 'Bitte stell eine Frage in Worten, etwa „Who arrived in Moscow on Monday?“.',
  'ask.noArticles': 'Ich habe noch keine Artikel, aus denen ich antworten kann.',
  'ask.noneThen': 'Kein Artikel ist {period} erschienen. `/artikel` zeigt, welche es gibt.',
  'ask.notThen': 'Der gewählte Artikel ist nicht {period} erschienen. `/artikel` zeigt, welche es gibt.',
  'ask.corrected': 'Ich habe {words} gelesen.',
  'ask.correction': '„{written}“ als „{meant}“',
  'ask.before': 'Der Satz davor, der sagt, wer oder was gemeint ist:',
  'ask.when': '„{words}“ meint hier: {date}',
  'ask.speaker': 'Wer spricht: {speaker}',
  'ask.also': 'Steht auch in:',
  'ask.copies': 'Derselbe Bericht, gedruckt in:',
  'ask.otherwise': { one: '**Ein anderer Artikel sagt es anders:**', other: '**Andere Artikel sagen es anders:**' },
  'ask.passages': 'Weitere Stellen',
  'ask.noPassages': 'Dazu gibt es keine weiteren Stellen.',
  'ask.followUp': 'Nachfragen',
  'ask.followUpQuestion': 'Deine Nachfrage',
  'ask.followUpExample': 'etwa: And where did he go?',
  'ask.earlier': 'Bezug (die vorige Frage)',

  'ask.silence': '**Die Artikel sagen dazu nichts.**',
  'ask.closest': 'Die nächstliegenden Stellen, die vielleicht keine Antwort geben:',
  'ask.titles': { one: 'Davon handelt der Artikel:', other: 'Davon handeln die Artikel:' },
  'ask.helpful': 'Hilfreich',
  'ask.unhelpful': 'Nicht hilfreich',
  'ask.thanks': 'Danke. Als hilfreich vermerkt.',
  'ask.thanksAnyway': 'Danke. Als nicht hilfreich vermerkt.',
  'ask.vote': 'Bitte stimm mit den Schaltflächen unter einer Antwort ab.',
} as const satisfies Translation<typeof english>;
