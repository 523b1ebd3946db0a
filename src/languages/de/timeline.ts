import type { timeline as english } from '../en/timeline.ts';
import type { Translation } from '../types.ts';

/** The replies of `/timeline`, with its pictures and files. */
export const timeline = {
  'timeline.none': '**Ich habe keinen datierten Satz gefunden.** `/artikel` zeigt, welche Artikel es gibt.',
  'timeline.noneAbout':
    '**Ich habe keinen datierten Satz zu „{about}“ gefunden.** `/artikel` zeigt, welche Artikel es gibt.',
  'timeline.noneThen':
    '**Ich habe keinen datierten Satz aus der Zeit {period} gefunden.** `/artikel` zeigt, welche Artikel es gibt.',
  'timeline.noneAboutThen':
    '**Ich habe keinen datierten Satz zu „{about}“ aus der Zeit {period} gefunden.** `/artikel` zeigt, welche Artikel es gibt.',
  'timeline.planned': 'geplant',
  'timeline.possible': 'möglich',
  'timeline.read': 'Datum gelesen aus „{words}“',
  'timeline.unread': 'der Satz nennt kein Datum, daher steht hier der Tag des Erscheinens',
  'timeline.also': 'auch berichtet in {sources}',
  'timeline.context': 'Einen im Kontext zeigen',
  'timeline.sentence': '{date}, Satz {number}',

  'timeline.zoomYear': 'Auf ein Jahr eingrenzen',
  'timeline.zoomMonth': 'Auf einen Monat eingrenzen',
  'timeline.zoomOut': 'Mehr zeigen',
  'timeline.dates': { one: 'ein Datum hier', other: '{n} Daten hier' },
  'timeline.all': 'Alle Daten',
  'timeline.allOf': 'Das ganze Jahr {year}',
  'timeline.choosePart': 'Bitte wähl ein Jahr oder einen Monat aus dem Menü.',
  'timeline.chooseFormat': 'Bitte wähl ein Bild oder ein Format aus dem Menü.',
  'timeline.share': 'Bild oder Export',

  'picture.dark': 'Dunkles Bild',
  'picture.darkMeaning': 'Zum Teilen; hell auf dunkel',
  'picture.light': 'Helles Bild',
  'picture.lightMeaning': 'Zum Teilen; dunkel auf hell',
  'picture.without': 'Ohne Bild',
  'picture.withoutMeaning': 'Nur der Text',
  'picture.undrawable':
    'Kein Bild: Die Sätze würden es sprengen oder haben Buchstaben, die der Schrift des Bildes fehlen. Hier stehen sie als Text.',
  'picture.heading': 'Zeitleiste',
  'picture.headingOf': 'Zeitleiste: {topic}',
  'picture.span': '{first} – {last}',
  'picture.dates': { one: 'ein Datum', other: '{n} Daten' },
  'picture.articles': { one: 'ein Artikel', other: '{n} Artikel' },
  'picture.verbatim': 'Jeder Satz ist Buchstabe für Buchstabe zitiert.',
  'picture.more': { one: 'Und {n} weiteres Datum.', other: 'Und {n} weitere Daten.' },
  'picture.publication': 'Tag des Erscheinens',
  'picture.alt': {
    one: '{title}, {span}. Ein Datum mit je einem Satz.',
    other: '{title}, {span}. {n} Daten mit je einem Satz.',
  },
  'picture.line': '{date}: „{words}“',
  'picture.markedLine': '{date} ({mark}): „{words}“',

  'export.json': 'Export für TimelineJS',
  'export.jsonMeaning': 'JSON für eine Zeitleiste auf einer Webseite',
  'export.jsonAbout':
    '**Die Zeitleiste für TimelineJS.** Leg die Datei auf einen Webserver und öffne sie mit TimelineJS (timeline.knightlab.com).',
  'export.calendar': 'Als Kalender exportieren',
  'export.calendarMeaning': 'iCalendar, für jede Kalenderanwendung',
  'export.calendarAbout':
    '**Die Zeitleiste als Kalender.** Ein Datum, von dem nur der Monat oder das Jahr bekannt ist, füllt ihn ganz aus, und der Termin sagt das.',
  'export.table': 'Als Tabelle exportieren',
  'export.tableMeaning': 'CSV, für jede Tabellenkalkulation',
  'export.tableAbout':
    '**Die Zeitleiste als Tabelle.** Eine Zelle, die eine Tabellenkalkulation für eine Formel hielte, beginnt mit einem Apostroph, den der Artikel nicht hat.',
  'export.file': '{title}, {dates}',
  'export.month': 'Nur der Monat ist bekannt: {date}.',
  'export.year': 'Nur das Jahr ist bekannt: {date}.',
  'export.planned': 'Das war geplant, als der Artikel geschrieben wurde.',
  'export.possible': 'Das war möglich, als der Artikel geschrieben wurde.',
  'export.unread': 'Der Satz nennt kein Datum; der Tag ist der des Erscheinens.',
  'export.read': 'Datum gelesen aus „{words}“.',
  'export.publication': 'der Tag des Erscheinens',
} as const satisfies Translation<typeof english>;
